-- Entries of which a version that was given up may still reach Salesforce: a copy of it may be on the network long after its repeat was refused.

create table usage_doubt (
    entry_id uuid primary key references usage_entry,
    -- Since when nobody sends that version any more.
    since    timestamptz not null,
    -- When Salesforce is asked the next time what it holds.
    look_at  timestamptz not null
);
create index usage_doubt_due on usage_doubt (look_at);
