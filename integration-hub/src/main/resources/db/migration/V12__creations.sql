-- Customers that a CRM has none of, and that are to be created there.

-- One row for each golden record and object of a CRM for which it was ever wanted, so it grows with the golden records. It
-- stays: what was created once is not created again, and a record that comes back is known by its key.
create table creation (
    id         uuid        primary key,
    -- For which it was wanted first. Its id is the key by which the record is created, and stays so when it is merged.
    golden_id  uuid        not null references golden,
    crm        text        not null check (length(crm) between 1 and 60),
    object     text        not null check (length(object) between 1 and 100),
    -- Unique in the CRM, so that a repeat creates nothing.
    key_field  text        not null check (length(key_field) between 1 and 100),
    version    bigint      not null check (version >= 1),
    field_values jsonb     not null,
    -- What was sent, and of which the CRM has not told that it did not take it; the newest first, five at most.
    sent       jsonb       not null default '[]',
    -- Until then a call may run, or its answer was lost then: it may have been created. Null when it cannot have been.
    sent_until timestamptz,
    -- OPEN waits or is on its way; UNWANTED is for later, or never; ERASED: its person was erased, and it may be there.
    state      text        not null check (state in ('OPEN', 'CREATED', 'REFUSED', 'UNWANTED', 'ERASED')),
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    planned_at timestamptz not null default clock_timestamp(),
    code       text,
    reason     text,
    source_id  bigint      references source_record,
    unique (golden_id, crm, object)
);
create index creation_due on creation (crm, object, due_at) where state = 'OPEN';
create index creation_erased on creation (crm, object) where state = 'ERASED';
create index creation_of_source on creation (source_id) where source_id is not null;

-- What became of each attempt. Grows by one row for each attempt, as the outcomes of writes do.
create table creation_outcome (
    id          bigint     generated always as identity primary key,
    creation_id uuid       not null references creation,
    version     bigint     not null,
    kind        text       not null check (kind in ('ACCEPTED', 'REFUSED', 'RETRYING', 'UNKNOWN')),
    -- A word of the CRM or of ours, never a value.
    code        text,
    at          timestamptz not null default clock_timestamp()
);
create index creation_outcome_of_creation on creation_outcome (creation_id, id);
create trigger creation_outcome_is_append_only
    before update or delete or truncate on creation_outcome
    for each statement execute function refuse_to_rewrite();

alter table change_cursor
    -- When the first page of the round was asked for that is being read now; null between two rounds.
    add column round_at   timestamptz,
    -- When the last round began that was read to its end: what a CRM had then is known here.
    add column told_until timestamptz;

-- The golden record that this one has become, or itself.
create function remains_of(golden uuid) returns uuid stable language sql as $$
    with recursive up (id, into_id) as (
        select id, merged_into from golden where id = remains_of.golden
        union all
        select one.id, one.merged_into from golden as one join up on one.id = up.into_id)
    select id from up where into_id is null
$$;

-- A golden record and all that were merged into it, directly or not.
create function same_as(golden uuid) returns setof uuid stable language sql as $$
    with recursive same (id) as (
        select same_as.golden
        union
        select one.id from golden as one join same on one.merged_into = same.id)
    select id from same
$$;

-- Why a creation waits, in a word; null when nothing holds it back.
--   objects: those of the CRM that hold the entity
create function creation_waits(one creation, objects text[]) returns text stable language sql as $$
    select case
        when golden.erased_at is not null then 'ERASED'
        when exists (select from source_record where golden_id = golden.id and crm = one.crm) then 'HAS_RECORD'
        -- Before a CRM was read to its end, its own record of the customer may not be known.
        when exists (
            select from unnest(objects) as name where not exists (
                select from change_cursor where crm = one.crm and object = name and not rereading
                    and caught_up_at is not null and told_until is not null)) then 'FIRST_READING'
        -- A lost answer: what was created is told by the next reading. CRMs tell of a change some moments late.
        when one.sent_until > clock_timestamp() then 'ON_ITS_WAY'
        when exists (
            select from change_cursor where crm = one.crm and object = any(objects)
                and told_until <= greatest(
                    golden.created_at, coalesce(one.sent_until, '-infinity') + interval '30 seconds')) then 'READING'
        when exists (
            select from source_record where crm = one.crm and entity = golden.entity and golden_id is null
                and erased_at is null and exists (
                    select from observation where source_id = source_record.id and absorbed_at is null)) then 'MEETING'
        -- Also a question about another CRM's record: both would be created, and then be one.
        when exists (
            select from match_candidate where state = 'OPEN' and (
                golden_id in (select same_as(golden.id))
                or source_id in (select id from source_record where source_record.golden_id = golden.id))) then 'STEWARD'
        end
    from golden where golden.id = remains_of(one.golden_id)
$$;

-- What CRMs refused and a person must look at: of records that are there, and of those that were to be created.
create view refused_write as
    select intent.id, intent.golden_id, crm, object, record_id, coalesce(code, '') as code, coalesce(reason, '') as reason
    from intent join source_record on source_record.id = source_id where state = 'REFUSED'
    union all
    select id, remains_of(golden_id), crm, object, '', coalesce(code, ''), coalesce(reason, '') from creation where state = 'REFUSED';

-- A record that was on its way when its person was erased is erased as well, as soon as the CRM tells of it.
create function erase_what_was_on_its_way() returns trigger language plpgsql as $$
declare
    erased uuid;
begin
    select creation.golden_id into erased
    from creation join source_record on source_record.crm = creation.crm and source_record.object = creation.object
    where creation.state = 'ERASED' and creation.source_id is null and source_record.id = new.source_id and source_record.golden_id is null
        and new.field_values ->> key_field = cast(creation.golden_id as text);
    if erased is null then
        return new;
    end if;
    update source_record set erased_at = clock_timestamp(), golden_id = erased where id = new.source_id;
    update creation set source_id = new.source_id where golden_id = erased and state = 'ERASED' and source_id is null
        and (crm, object) = (select crm, object from source_record where id = new.source_id);
    insert into cross_reference (golden_id, source_id, since, reason)
    values (erased, new.source_id, clock_timestamp(), 'The hub created it there, and the person was erased.');
    return null;
end
$$;
-- By its name it comes before the trigger that drops what is erased.
create trigger observation_of_created before insert on observation
    for each row execute function erase_what_was_on_its_way();
