-- What people ask: why, what happened, which golden record is it, what does a CRM refuse.

-- Words by which people find a record; as they are typed, without case and accents.
create table record_words (
    source_id bigint primary key references source_record,
    words     text   not null check (length(words) <= 8000)
);
create index record_words_of_word on record_words
    using gin (array_to_tsvector(array_remove(string_to_array(words, ' '), '')));
create trigger record_words_of_erased before insert on record_words
    for each row execute function drop_what_is_erased();
create index source_record_of_record_id on source_record (record_id);

-- When this version was wanted.
alter table intent add column planned_at timestamptz not null default clock_timestamp();
create index intent_of_golden on intent (golden_id);
create index intent_refused on intent (code, id) where state = 'REFUSED';
create index decision_in_order on decision (golden_id, id);
