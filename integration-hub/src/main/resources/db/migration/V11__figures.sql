-- What happened in the last minutes is counted for monitoring. These three are added to in the order of time, so an index of
-- ranges is small and is enough.
create index outcome_by_time on outcome using brin (at) with (pages_per_range = 16, autosummarize = on);
create index decision_by_time on decision using brin (decided_at) with (pages_per_range = 16, autosummarize = on);
create index observation_by_time on observation using brin (seen_at) with (pages_per_range = 16, autosummarize = on);
