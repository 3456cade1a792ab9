-- Which records are likely partners, which pairs a steward must judge, and what stewards said and undid.

create table match_key (
    source_id bigint not null references source_record,
    key       text   not null check (length(key) between 1 and 200),
    primary key (source_id, key)
);
create index match_key_of_key on match_key (key);

-- What a steward said about two records. Rows are added; the last one about a pair holds.
create table steward_word (
    id      bigint      generated always as identity primary key,
    first_source  bigint not null references source_record,
    second_source bigint not null references source_record,
    is_same boolean     not null,
    who     text        not null,
    note    text        not null,
    at      timestamptz not null,
    check (first_source < second_source)
);
create index steward_word_of_first on steward_word (first_source, id);
create index steward_word_of_second on steward_word (second_source, id);
create trigger steward_word_is_append_only
    before update or delete or truncate on steward_word
    for each statement execute function refuse_to_rewrite();

-- A record that may stand for a golden record as well, or instead.
create table match_candidate (
    id        bigint      generated always as identity primary key,
    source_id bigint      not null references source_record,
    golden_id uuid        not null references golden,
    ground    text        not null,
    -- What speaks for and against, in words, by member; no values.
    evidence  jsonb       not null,
    found_at  timestamptz not null,
    state     text        not null check (state in ('OPEN', 'SAME', 'NOT_SAME')),
    who       text,
    at        timestamptz
);
create unique index match_candidate_open on match_candidate (source_id, golden_id) where state = 'OPEN';

-- Two golden records became one. The records of the one that went are listed, so that it can be undone.
create table golden_merge (
    id        bigint      generated always as identity primary key,
    kept_id   uuid        not null references golden,
    lost_id   uuid        not null references golden,
    moved     jsonb       not null,
    who       text        not null,
    note      text        not null,
    at        timestamptz not null,
    undone_by text,
    undone_at timestamptz
);
