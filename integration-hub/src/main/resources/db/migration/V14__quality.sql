-- How good the values are that each CRM holds: counted now and then, and kept by day.

-- One row for each day (UTC), CRM, entity and mapped attribute: the last count of that day. Counts only, never a value.
-- 400 days are kept.
create table quality_day (
    day        date        not null,
    crm        text        not null check (length(crm) between 1 and 60),
    entity     text        not null check (length(entity) between 1 and 60),
    attribute  text        not null check (length(attribute) between 1 and 60),
    -- Records that are there and stand for something; how many have a value; how many of these a rule refused.
    records    bigint      not null,
    filled     bigint      not null,
    refused    bigint      not null,
    -- How many each rule refused, by its id.
    refused_by jsonb       not null,
    -- Records in which people said a value, as others did in another CRM; in how many of them it is the agreed one.
    compared   bigint      not null,
    agreed     bigint      not null,
    counted_at timestamptz not null,
    primary key (day, crm, entity, attribute),
    check (refused >= 0 and refused <= filled and filled <= records and agreed >= 0 and agreed <= compared)
);

-- Which hub counts, and when it is due again. One row.
create table quality_turn (
    only_row   boolean     primary key default true check (only_row),
    -- A hub's number of this one count; null while nobody counts.
    taken_by   uuid,
    -- While a hub counts, this is when it is given up.
    due_at     timestamptz not null
);
insert into quality_turn (due_at) values (clock_timestamp());

-- What rules refused is listed by CRM and attribute.
create index held_value_refused on held_value (field, source_id) where refused_by is not null;
