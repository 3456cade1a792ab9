-- Erasing a person: every value goes, and a skeleton stays that proves it. And the list of what people did in the hub.

-- Nothing more is kept about such a record, although its CRM may still hold it, until a person says otherwise.
alter table source_record add column erased_at timestamptz;
create index golden_merged on golden (merged_into) where merged_into is not null;

-- That it was done. One row for each person; never rewritten.
create table erasure (
    golden_id  uuid        primary key references golden,
    who        text        not null check (length(who) between 1 and 200),
    note       text        not null check (length(note) between 1 and 2000),
    at         timestamptz not null default clock_timestamp(),
    -- How many rows of each kind were emptied.
    emptied    jsonb       not null
);
create trigger erasure_is_append_only
    before update or delete or truncate on erasure
    for each statement execute function refuse_to_rewrite();

-- What people did. Grows by one row for each act of a person, and stays: it is the proof of who decided.
create table act (
    id      bigint      generated always as identity primary key,
    what    text        not null check (length(what) between 1 and 60),
    -- An id or a name, never a value.
    about   text        not null check (length(about) between 1 and 300),
    -- The golden records that it is about; none for rules and CRMs.
    goldens uuid[]      not null,
    who     text        not null check (length(who) between 1 and 200),
    note    text        not null check (length(note) <= 2000),
    at      timestamptz not null default clock_timestamp()
);
create index act_of_golden on act using gin (goldens);
create index act_of_person on act (who, id);
create index act_of_kind on act (what, id);

-- What comes in about an erased record is not kept. It waits here for an erasure that is under way.
create function drop_what_is_erased() returns trigger language plpgsql as $$
begin
    perform from source_record where id = new.source_id and erased_at is null for key share;
    if found then
        return new;
    end if;
    return null;
end
$$;
create trigger observation_of_erased before insert on observation
    for each row execute function drop_what_is_erased();
create trigger held_value_of_erased before insert on held_value
    for each row execute function drop_what_is_erased();
create trigger fact_of_erased before insert on fact
    for each row execute function drop_what_is_erased();
create trigger match_key_of_erased before insert on match_key
    for each row execute function drop_what_is_erased();

-- The candidates of a decision without the values of erased records, or without any.
create function without_values(candidates jsonb, every boolean) returns jsonb stable language sql as $$
    select coalesce(jsonb_agg(
        case when every or exists (
            select from source_record
            where crm = candidate ->> 'crm' and record_id = candidate ->> 'record' and erased_at is not null)
        then candidate || '{"value": "", "why": ""}' else candidate end order by place), '[]')
    from jsonb_array_elements(candidates) with ordinality as one (candidate, place)
$$;

create function is_erased(golden uuid) returns boolean stable language sql as $$
    select exists (select from golden where id = is_erased.golden and erased_at is not null)
$$;

create function is_erased(source bigint) returns boolean stable language sql as $$
    select exists (select from source_record where id = is_erased.source and erased_at is not null)
$$;

-- Whether a record stood for one thing with an erased one before this time: then we may have written the person's
-- values into it, and observed them there.
create function was_with_erased(source bigint, at timestamptz) returns boolean stable language sql as $$
    select exists (
        select from cross_reference as mine
            join cross_reference as theirs on theirs.golden_id = mine.golden_id and theirs.source_id <> mine.source_id
                and theirs.since < coalesce(mine.until, 'infinity') and mine.since < coalesce(theirs.until, 'infinity')
            join source_record as erased on erased.id = theirs.source_id and erased.erased_at is not null
        where mine.source_id = was_with_erased.source
            and was_with_erased.at >= greatest(mine.since, theirs.since))
$$;

-- Histories are rewritten for nothing but an erasure, and then lose nothing but values: the rest is compared.
create function refuse_unless(is_allowed boolean, name text) returns void language plpgsql as $$
begin
    if is_allowed is not true then
        raise exception '% is append-only', name;
    end if;
end
$$;

create function only_erase_outcome() returns trigger language plpgsql as $$
begin
    perform refuse_unless(
        to_jsonb(new) = to_jsonb(old) || '{"reason": null}'
            and exists (select from intent where id = old.intent_id
                        and (is_erased(source_id) or is_erased(golden_id)
                             or was_with_erased(source_id, old.at))), 'outcome');
    return new;
end
$$;
drop trigger outcome_is_append_only on outcome;
create trigger outcome_is_append_only before delete or truncate on outcome
    for each statement execute function refuse_to_rewrite();
create trigger outcome_is_only_erased before update on outcome
    for each row execute function only_erase_outcome();

create function only_erase_steward_word() returns trigger language plpgsql as $$
begin
    perform refuse_unless(
        to_jsonb(new) = to_jsonb(old) || '{"note": ""}'
            and (is_erased(old.first_source) or is_erased(old.second_source)), 'steward_word');
    return new;
end
$$;
drop trigger steward_word_is_append_only on steward_word;
create trigger steward_word_is_append_only before delete or truncate on steward_word
    for each statement execute function refuse_to_rewrite();
create trigger steward_word_is_only_erased before update on steward_word
    for each row execute function only_erase_steward_word();

create function only_erase_observation() returns trigger language plpgsql as $$
begin
    perform refuse_unless(
        to_jsonb(new) = to_jsonb(old) || '{"field_values": {}, "value_times": {}, "version": null}'
            and (is_erased(old.source_id) or was_with_erased(old.source_id, old.seen_at)), 'observation');
    return new;
end
$$;
create trigger observation_is_append_only before delete or truncate on observation
    for each statement execute function refuse_to_rewrite();
create trigger observation_is_only_erased
    before update of id, source_id, kind, origin, field_values, value_times, version, changed_at, asked_at, seen_after,
        seen_at
    on observation for each row execute function only_erase_observation();
create trigger observation_is_absorbed_once before update of absorbed_at, what_became on observation
    for each row when (old.absorbed_at is not null) execute function refuse_to_rewrite();

-- Of another golden record, only what the erased records said goes, and a value that nobody else said.
create function only_erase_decision() returns trigger language plpgsql as $$
begin
    perform refuse_unless(
        to_jsonb(new) = to_jsonb(old) || jsonb_build_object(
            'value', new.value, 'candidates', without_values(old.candidates, is_erased(old.golden_id)))
            and (new.value = '' or new.value = old.value) and new.candidates <> old.candidates
            or is_erased(old.golden_id) and to_jsonb(new) = to_jsonb(old) || '{"value": ""}', 'decision');
    return new;
end
$$;
create trigger decision_is_append_only before delete or truncate on decision
    for each statement execute function refuse_to_rewrite();
create trigger decision_is_only_erased before update on decision
    for each row execute function only_erase_decision();

create function only_erase_act() returns trigger language plpgsql as $$
begin
    perform refuse_unless(
        to_jsonb(new) = to_jsonb(old) || '{"note": ""}' and old.what not in ('ERASED', 'READMITTED')
            and exists (select from unnest(old.goldens) as golden where is_erased(golden)), 'act');
    return new;
end
$$;
create trigger act_is_append_only before delete or truncate on act
    for each statement execute function refuse_to_rewrite();
create trigger act_is_only_erased before update on act
    for each row execute function only_erase_act();

-- A question about an erased record is no question any more.
alter table match_candidate drop constraint match_candidate_state_check;
alter table match_candidate add constraint match_candidate_state_check
    check (state in ('OPEN', 'SAME', 'NOT_SAME', 'ERASED'));
create index match_candidate_of_golden on match_candidate (golden_id);
create index match_candidate_of_source on match_candidate (source_id);
create index golden_merge_of_kept on golden_merge (kept_id);
create index golden_merge_of_lost on golden_merge (lost_id);
