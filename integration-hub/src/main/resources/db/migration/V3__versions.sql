-- Rules and mappings in versions: every text that was kept, and which one was in force from when on.

-- Rows are added, one for each act of a person; 10,000 for each subject at most. They hold no values of records.
create table kept_version (
    -- 'rules', or 'mapping ' and the name of the CRM.
    subject   text        not null check (length(subject) between 1 and 80),
    number    bigint      not null check (number between 1 and 10000),
    text      text        not null check (length(text) between 1 and 300000),
    -- The version whose text this is again.
    puts_back bigint,
    who       text        not null check (length(who) between 1 and 200),
    note      text        not null check (length(note) <= 2000),
    kept_at   timestamptz not null,
    primary key (subject, number),
    foreign key (subject, puts_back) references kept_version
);

-- A version that was switched on is in force until the next one is. Once for each version.
create table version_switch (
    id        bigint      generated always as identity primary key,
    subject   text        not null,
    number    bigint      not null,
    -- On whose decisions it stands: the version before, or the one that is put back. Null for the first.
    stands_on bigint,
    who       text        not null check (length(who) between 1 and 200),
    note      text        not null check (length(note) <= 2000),
    at        timestamptz not null,
    unique (subject, number),
    foreign key (subject, number) references kept_version,
    foreign key (subject, stands_on) references kept_version
);
create index version_switch_of_subject on version_switch (subject, id desc);

create trigger kept_version_is_append_only
    before update or delete or truncate on kept_version
    for each statement execute function refuse_to_rewrite();
create trigger version_switch_is_append_only
    before update or delete or truncate on version_switch
    for each statement execute function refuse_to_rewrite();

-- How far a switch has reached: all golden records that it may touch become due, in steps. One row for each switch.
create table switch_reach (
    switch_id bigint      primary key references version_switch,
    -- Which golden records: those of these entities, and those with records in these objects of the CRM.
    entities  jsonb       not null,
    crm       text        not null,
    objects   jsonb       not null,
    -- The last golden record that became due.
    after_id  uuid,
    reached   bigint      not null default 0,
    done_at   timestamptz
);
create index switch_reach_open on switch_reach (switch_id) where done_at is null;
create index golden_of_entity on golden (entity, id);

alter table decision
    -- A steward's word decided; it does not stand for a rule once it is taken back.
    add column by_steward boolean not null default false,
    -- Nothing is agreed any more: each CRM gets back what its own people said.
    add column is_open    boolean not null default false;

-- Facts belong to a field, so that a mapping that is put back finds what was said in the field it had before.
alter table fact add column field text not null default '';
alter table fact drop constraint fact_pkey;
alter table fact add primary key (source_id, attribute, field);

-- Empty text: the object is to be read from its beginning.
alter table change_cursor drop constraint change_cursor_text_check;
alter table change_cursor add check (length(text) <= 4000);
-- It is read once more, with other fields: of what is new in a record, nobody knows since when.
alter table change_cursor add column rereading boolean not null default false;
