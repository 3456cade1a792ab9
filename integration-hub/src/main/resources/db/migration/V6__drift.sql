-- The schema of each CRM as it was seen, and what of the mapped part cannot be used now.

-- When to ask for the schema again. One row for each connected CRM.
create table schema_watch (
    crm       text        primary key check (length(crm) between 1 and 60),
    looked_at timestamptz,
    -- While a hub looks, this is when it is given up.
    due_at    timestamptz not null,
    -- Fields by object and attribute, as they were mapped at the last look; null before the first.
    mapped    jsonb
);

-- Each schema that differs from the one before. The newest 20 of a CRM are kept.
create table schema_version (
    id        bigint      generated always as identity primary key,
    crm       text        not null,
    stamp     text        not null check (length(stamp) between 1 and 200),
    described text        not null,
    seen_at   timestamptz not null
);
create index schema_version_of_crm on schema_version (crm, id desc);

-- What was otherwise than in the version before. Goes with its version; 200 rows of a version at most.
create table schema_change (
    id         bigint  generated always as identity primary key,
    version_id bigint  not null references schema_version on delete cascade,
    weight     text    not null check (weight in ('HARMLESS', 'LOSSY', 'BREAKING')),
    object     text    not null,
    -- Empty where it is about the object.
    field      text    not null,
    sentence   text    not null
);
create index schema_change_of_version on schema_change (version_id);

-- What cannot be used now. A row for each mapped field or object at most; it goes when the field can be used again.
create table field_stop (
    crm       text        not null,
    object    text        not null,
    -- Empty where the object itself is gone.
    field     text        not null,
    scope     text        not null check (scope in ('OBJECT', 'FIELD', 'WRITING')),
    since     timestamptz not null,
    sentence  text        not null,
    mend      text        not null,
    -- What it was when it could be used, as written by field-mapping; null when nobody saw that.
    was       text,
    -- The names of all fields when it could be used: a new name is not among them.
    known     jsonb       not null,
    primary key (crm, object, field)
);

-- Fields that can be used again are read from the beginning, beside what changes now. Goes when the end is reached.
create table field_reading (
    crm        text        not null,
    object     text        not null,
    fields     jsonb       not null,
    -- Empty at the beginning.
    cursor     text        not null check (length(cursor) <= 4000),
    -- The fields were not seen since then.
    unseen_since timestamptz not null,
    primary key (crm, object)
);
