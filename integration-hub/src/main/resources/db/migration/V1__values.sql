-- The way of a value through the hub: what a CRM said, which records are one thing, what was decided, what each CRM should hold, what became of the writes.

-- One thing that CRMs hold copies of. Its values are decided from the facts of its records.
create table golden (
    id          uuid        primary key,
    entity      text        not null check (length(entity) between 1 and 60),
    created_at  timestamptz not null,
    -- When it is to be considered; null when nothing new is known.
    due_at      timestamptz,
    -- What was agreed before does not count when it is considered next: its records were other ones.
    anew        boolean     not null default false,
    merged_into uuid        references golden,
    erased_at   timestamptz
);
create index golden_due on golden (due_at) where due_at is not null;

-- A record of a CRM, and the golden record that it stands for: the cross-reference of now.
create table source_record (
    id         bigint      generated always as identity primary key,
    crm        text        not null check (length(crm) between 1 and 60),
    object     text        not null check (length(object) between 1 and 100),
    record_id  text        not null check (length(record_id) between 1 and 200),
    entity     text        not null,
    golden_id  uuid        references golden,
    standing   text        not null check (standing in ('PRESENT', 'GONE', 'MERGED')),
    -- The record of the same object that a person merged it into.
    merged_into text,
    -- What the CRM compares when a write names the version that it means.
    version    text,
    -- The end of our last write; what was asked for before may be older than it.
    written_at timestamptz,
    -- Somebody reads or writes it until then, and nothing that was asked for meanwhile can be trusted.
    busy_until timestamptz,
    -- It must be read alone, since what was observed may be older than our own write.
    reread     boolean     not null default false,
    unique (crm, object, record_id)
);
create index source_record_of_golden on source_record (golden_id);
create index source_record_unmatched on source_record (id) where golden_id is null;

-- Which records stood for which golden record, from when to when, and why.
create table cross_reference (
    id        bigint      generated always as identity primary key,
    golden_id uuid        not null references golden,
    source_id bigint      not null references source_record,
    since     timestamptz not null,
    until     timestamptz,
    reason    text        not null,
    unique (source_id, since)
);
create index cross_reference_of_golden on cross_reference (golden_id);

-- How far each object has been read. Moves in the transaction that writes the observations.
create table change_cursor (
    crm      text        not null,
    object   text        not null,
    text     text        not null check (length(text) between 1 and 4000),
    -- When the CRM was asked for the page that ended here, by this database's clock.
    asked_at timestamptz not null,
    primary key (crm, object)
);

-- What a CRM said, in the order in which it is known here. Rows are added; erasing a person empties their values.
create table observation (
    id         bigint      generated always as identity primary key,
    source_id  bigint      not null references source_record,
    kind       text        not null check (kind in ('CHANGED', 'DELETED', 'MERGED')),
    origin     text        not null check (origin in ('CHANGES', 'READ', 'CONFLICT')),
    field_values jsonb     not null,
    value_times  jsonb     not null,
    version    text,
    changed_at timestamptz not null,
    -- Before the CRM was asked, by this database's clock; when it was asked the time before; and when this was written down.
    asked_at   timestamptz not null,
    seen_after timestamptz,
    seen_at    timestamptz not null default clock_timestamp(),
    -- Null until it went into the facts.
    absorbed_at timestamptz,
    what_became text
);
create index observation_of_source on observation (source_id, id);
create index observation_unabsorbed on observation (source_id, id) where absorbed_at is null;

-- What a field holds as far as we know, and what we gave it last.
create table held_value (
    source_id bigint not null references source_record,
    field     text   not null,
    value     text   not null,
    -- The agreed value that the CRM stored as this one; null when a person set it.
    ours      text,
    -- Sent, and the CRM has not told whether and how it stored it; the newest first.
    pending   jsonb  not null,
    -- The rule of quality that refused what a person put here.
    refused_by text,
    primary key (source_id, field)
);

-- What people say in one CRM about one attribute. Our own writes make none.
create table fact (
    source_id   bigint      not null references source_record,
    attribute   text        not null,
    value       text        not null,
    -- Between these two it was set, by this database's clock; the CRM's own time is moved into them.
    earliest    timestamptz not null,
    latest      timestamptz not null,
    is_emptied  boolean     not null,
    -- By the CRM's clock.
    told        timestamptz,
    observation_id bigint   not null references observation,
    primary key (source_id, attribute)
);

-- Each decided value with all that went into it. The last one of an attribute holds.
create table decision (
    id         bigint      generated always as identity primary key,
    golden_id  uuid        not null references golden,
    attribute  text        not null,
    value      text        not null,
    -- The rule in words, and the version of the rules it comes from.
    rule       text        not null,
    rules_version bigint   not null,
    candidates jsonb       not null,
    is_conflict boolean    not null,
    decided_at timestamptz not null
);
create index decision_of_golden on decision (golden_id, attribute, id desc);

-- What one record of a CRM should hold. A new version replaces the one before.
create table intent (
    id         uuid        primary key,
    source_id  bigint      not null unique references source_record,
    golden_id  uuid        not null references golden,
    version    bigint      not null check (version >= 1),
    field_values jsonb     not null,
    -- OPEN waits or is being written; HELD is done; REFUSED waits for a person.
    state      text        not null check (state in ('OPEN', 'HELD', 'REFUSED')),
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    code       text,
    reason     text
);
create index intent_due on intent (due_at) where state = 'OPEN';

-- What became of each write.
create table outcome (
    id         bigint      generated always as identity primary key,
    intent_id  uuid        not null references intent,
    version    bigint      not null,
    kind       text        not null check (kind in ('ACCEPTED', 'REFUSED', 'RETRYING', 'CONFLICT', 'GONE', 'UNKNOWN')),
    code       text,
    reason     text,
    at         timestamptz not null
);
create index outcome_of_intent on outcome (intent_id, id);

create function refuse_to_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger outcome_is_append_only
    before update or delete or truncate on outcome
    for each statement execute function refuse_to_rewrite();
