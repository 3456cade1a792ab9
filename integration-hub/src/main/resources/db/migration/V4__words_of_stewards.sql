-- What stewards say of single values, and what they are asked.

-- Rows are added, one for each act of a person; the last one of an attribute holds. Erasing a person empties their values.
create table value_lock (
    id        bigint      generated always as identity primary key,
    golden_id uuid        not null references golden,
    attribute text        not null check (length(attribute) between 1 and 60),
    -- LOCKED holds until it is lifted, CHOSEN until a person types another value in a CRM.
    kind      text        not null check (kind in ('LOCKED', 'CHOSEN', 'LIFTED')),
    -- Empty text: the steward wants no value.
    value     text        not null check (length(value) <= 100000),
    who       text        not null check (length(who) between 1 and 200),
    note      text        not null check (length(note) <= 2000),
    at        timestamptz not null
);
create index value_lock_of_golden on value_lock (golden_id, attribute, id desc);

-- Attributes that a steward must decide. The candidates are read from the facts, so nothing here is a value. A row goes
-- when the question is answered or falls away: one for each attribute of a golden record at most.
create table open_question (
    golden_id     uuid        not null references golden,
    attribute     text        not null,
    rules_version bigint      not null,
    asked_at      timestamptz not null,
    primary key (golden_id, attribute)
);
create index open_question_by_age on open_question (asked_at, golden_id, attribute);
