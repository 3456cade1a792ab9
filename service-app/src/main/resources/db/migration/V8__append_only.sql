-- What was written stays. These triggers ask once for a statement, not once for a row: a statement that hits no row is refused as well,
-- so that a start can try it, and so is truncate, which asks no trigger for rows.

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception '% is never deleted from: cancel the row instead', tg_table_name;
end
$$;

drop trigger usage_history_is_append_only on usage_history;
drop function refuse_to_rewrite_history();
create trigger usage_history_is_append_only
    before update or delete or truncate on usage_history
    for each statement execute function refuse_to_rewrite();

drop trigger operator_act_is_append_only on operator_act;
create trigger operator_act_is_append_only
    before update or delete or truncate on operator_act
    for each statement execute function refuse_to_rewrite();

-- Ads and entries change, each change with its line of history, but none ever goes.
create trigger ad_is_never_deleted
    before delete or truncate on ad
    for each statement execute function refuse_to_forget();
create trigger usage_entry_is_never_deleted
    before delete or truncate on usage_entry
    for each statement execute function refuse_to_forget();

-- A version that Salesforce may have seen is never given out for other content.
create function refuse_used_versions() returns trigger language plpgsql as $$
begin
    raise exception 'usage_entry: highest_version only grows, it cannot go from % to %', old.highest_version, new.highest_version;
end
$$;
create trigger usage_entry_versions_only_grow
    before update of highest_version on usage_entry
    for each row when (new.highest_version < old.highest_version) execute function refuse_used_versions();

-- What a comparison found stays as it was found; old ones are deleted whole, those that still run are not.
create trigger reconciliation_once_ended_is_fixed
    before update on reconciliation
    for each row when (old.ended_at is not null) execute function refuse_to_rewrite();
create trigger reconciliation_is_not_deleted_while_it_runs
    before delete on reconciliation
    for each row when (old.ended_at is null) execute function refuse_to_rewrite();
create trigger reconciliation_is_never_emptied
    before truncate on reconciliation
    for each statement execute function refuse_to_forget();

-- The others are no records: usage_doubt and reconciliation_turn are work to do, idempotency_key is kept for a day, the labels are what
-- was read last, account is who may log in.
