-- Who may call a CRM now: one allowance for all hubs. Times are this database's.

-- One row for each CRM that was ever asked.
create table crm_allowance (
    crm           text        primary key check (length(crm) between 1 and 60),
    -- Calls as the CRM told them last; and how many were granted since then.
    told_left     bigint,
    told_most     bigint,
    told_at       timestamptz,
    granted_since bigint      not null default 0,
    -- When a call was granted although our share is used up, to hear whether there is more again.
    looked_at     timestamptz,
    -- Nothing may be sent before, since the CRM said so.
    wait_until    timestamptz,
    wait_reason   text        check (length(wait_reason) <= 1000),
    -- It does not answer. One call at a time finds out whether it does again.
    down_since    timestamptz,
    down_code     text        check (length(down_code) <= 200),
    down_reason   text        check (length(down_reason) <= 1000),
    probes        integer     not null default 0,
    next_probe_at timestamptz,
    -- The probe that is out is given up then: its hub has died.
    probe_until   timestamptz,
    answered_at   timestamptz,
    paused_at     timestamptz,
    paused_by     text        check (length(paused_by) <= 100),
    pause_note    text        check (length(pause_note) <= 1000)
);

-- Calls of a day (UTC). A CRM has three rows a day, and 92 days are kept.
create table crm_calls (
    crm      text   not null,
    day      date   not null,
    priority text   not null check (priority in ('PERSON', 'LIVE', 'BACKFILL')),
    calls    bigint not null,
    primary key (crm, day, priority)
);

-- Who paused and resumed a CRM. Rows are added by acts of operators only, so it stays small.
create table crm_pause (
    id   bigint      generated always as identity primary key,
    crm  text        not null,
    act  text        not null check (act in ('PAUSED', 'RESUMED')),
    who  text        not null check (length(who) between 1 and 100),
    note text        not null check (length(note) <= 1000),
    at   timestamptz not null
);
create index crm_pause_of_crm on crm_pause (crm, id);

-- When everything of an object had been read for the first time; until then its reading is a backfill.
alter table change_cursor add column caught_up_at timestamptz;
