-- What the mapping in use uses of the org, each time that it was otherwise than before; and what changed against the one before.
create table schema_version (
    number          bigint      primary key check (number > 0),
    at              timestamptz not null,
    mapping_version bigint      not null check (mapping_version >= 0),
    seen            text        not null check (length(seen) between 1 and 8388608),
    -- Whether the mapping could be kept then; the first such one of a mapping is what later ones are judged by.
    sound           boolean     not null,
    -- How much the changes matter; null for the first one under a version of the mapping, and where nothing has a weight.
    weight          text        check (weight in ('HARMLESS', 'LOSSY', 'BREAKING')),
    changes         text        not null
);
create index schema_version_of_mapping on schema_version (mapping_version, number);
create trigger schema_version_is_append_only
    before update or delete or truncate on schema_version
    for each statement execute function refuse_to_rewrite();

-- What is in force because of it: fields that are left out, or why nothing is sent. The last one counts, for its version of the mapping. What was sent
-- meanwhile lacks these fields, so it is kept like the versions themselves.
create table mapping_effect (
    revision        bigint      primary key check (revision > 0),
    at              timestamptz not null,
    mapping_version bigint      not null check (mapping_version >= 0),
    suspended       text        not null,
    stopped         text        check (length(stopped) between 1 and 4000)
);
create trigger mapping_effect_is_append_only
    before update or delete or truncate on mapping_effect
    for each statement execute function refuse_to_rewrite();

-- Whose turn it is to look, and what the last look found.
create table schema_watch (
    is_the_only_one boolean     primary key default true check (is_the_only_one),
    due_at          timestamptz not null,
    -- When a look was begun last: one that a refusal asks for comes a minute later at the earliest.
    begun_at        timestamptz,
    -- When the org was last described as a whole, not only what it says has changed.
    whole_at        timestamptz,
    -- The rest is what the last look that could be judged found: when, for which mapping, since when it is so.
    looked_at       timestamptz,
    mapping_version bigint,
    since           timestamptz,
    weight          text        check (weight in ('HARMLESS', 'LOSSY', 'BREAKING')),
    changes         text        not null default '[]',
    -- Why the look after it could not be judged.
    failed_at       timestamptz,
    code            text        check (length(code) <= 100),
    reason          text        check (length(reason) <= 2000)
);
insert into schema_watch (due_at) values (now());
