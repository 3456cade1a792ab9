-- What operators did, and what comparing the ledger with Salesforce found.

create table operator_act (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    who         text        not null,
    what        text        not null check (what in ('PAUSED', 'RESUMED', 'RETRIED', 'REVERTED', 'RECONCILED', 'REPAIRED')),
    why         text,
    -- How many entries it changed.
    entries     bigint      not null check (entries >= 0),
    -- What it was narrowed to, where it was.
    code        text,
    contract_id text,
    entry_id    uuid
);
-- Whether the sync is paused is the last of these.
create index operator_act_pause on operator_act (id desc) where what in ('PAUSED', 'RESUMED');

create function refuse_to_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: a row of it is never changed or deleted', tg_table_name;
end
$$;
create trigger operator_act_is_append_only
    before update or delete on operator_act
    for each row execute function refuse_to_rewrite();

create table reconciliation (
    id          bigint generated always as identity primary key,
    -- Empty: everything was compared.
    contract_id text,
    repair      boolean     not null,
    who         text        not null,
    why         text,
    begun_at    timestamptz not null,
    -- The last sign of life; a run without one for minutes has died with its process.
    seen_at     timestamptz not null,
    ended_at    timestamptz,
    -- Why it did not get to its end.
    code        text,
    reason      text,
    entries     bigint      not null,
    held        bigint      not null,
    missing     bigint      not null,
    strange     bigint      not null,
    tampered    bigint      not null,
    stale       bigint      not null,
    newer       bigint      not null,
    repaired    bigint      not null,
    -- The first thousand differences, one by one.
    found       jsonb       not null
);
-- One at a time, whatever service app runs it.
create unique index reconciliation_running on reconciliation ((ended_at is null)) where ended_at is null;
create index reconciliation_whole on reconciliation (id desc) where contract_id is null and ended_at is not null;

-- When the next run by itself is due; whoever moves it on runs it.
create table reconciliation_turn (
    only_one boolean primary key check (only_one),
    due_at   timestamptz not null
);
insert into reconciliation_turn values (true, now() + interval '1 minute');

-- Entries are compared in the order of their ids, one contract's or all.
create index usage_entry_of_contract on usage_entry (contract_id, id);
-- Parked entries are retried oldest first.
create index usage_entry_parked_oldest on usage_entry (line) where fate = 'PARKED';
