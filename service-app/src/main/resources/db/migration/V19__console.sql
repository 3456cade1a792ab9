-- What an operator's action was about, so that one can watch what becomes of it.
alter table operator_action add column entry_ids uuid[] not null default '{}';
-- What else it was narrowed to, in words.
alter table operator_action add column narrowed text;
create index operator_action_at on operator_action (at);
-- Rows are appended in the order of time, so a small index of ranges finds those of a period.
create index usage_history_at on usage_history using brin (at);

-- The figures of the way to Salesforce, minute by minute, for the graphs of the console. No record: old ones are deleted.
create table sync_sample (
    -- The beginning of the minute; one of the service apps writes it.
    at               timestamptz primary key,
    waiting          bigint      not null,
    retrying         bigint      not null,
    parked           bigint      not null,
    -- Entries that Salesforce accepted in the minute before.
    accepted         bigint      not null,
    -- 0 while nothing waits.
    oldest_age       bigint      not null,
    -- Null while the queue could not be asked, or no worker has told.
    in_flight        bigint,
    workers          integer,
    api_used         bigint,
    api_limit        bigint
);
