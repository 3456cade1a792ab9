-- The log of changes of {object}, for Tailback's hub. Run it as the table's owner; running it again does no harm, and
-- makes the hub read the whole table again.
--
-- The log keeps one row for each row of the table: who reads it learns that something changed, not what. It grows with
-- the table, and by one row for each deleted one, until you prune what every reader has passed:
--
--   select tailback.prune('{object}', now() - interval '30 days');
--
-- What bypasses triggers is not logged: session_replication_role = replica, disabled triggers, a restored backup.
-- After such work run this script again.
begin;

create schema if not exists tailback;

create table if not exists tailback.logged (
  object text primary key,
  log uuid not null default gen_random_uuid(),
  pruned xid8 not null default '0'
);

create table if not exists tailback.changes (
  object text not null,
  id text collate "C" not null,
  transaction xid8 not null,
  changed_at timestamptz not null,
  created_at timestamptz,
  is_deleted boolean not null,
  primary key (object, id)
);

create index if not exists changes_in_order on tailback.changes (object, transaction, id);

create or replace function tailback.note(of_object text, of_id text, gone boolean, born timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $note$
  insert into tailback.changes as c (object, id, transaction, changed_at, created_at, is_deleted)
  values (of_object, of_id, pg_current_xact_id(), clock_timestamp(), born, gone)
  on conflict (object, id) do update set
    transaction = excluded.transaction, changed_at = excluded.changed_at, is_deleted = excluded.is_deleted,
    created_at = coalesce(excluded.created_at, c.created_at)
$note$;
revoke all on function tailback.note(text, text, boolean, timestamptz) from public;

create or replace function tailback.prune(of_object text, before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $prune$
  with gone as (
    delete from tailback.changes where object = of_object and is_deleted and changed_at < before
    returning transaction
  ), noted as (
    update tailback.logged
    set pruned = greatest(pruned, (select transaction from gone order by transaction desc limit 1))
    where object = of_object and exists (select from gone)
  )
  select count(*) from gone
$prune$;
revoke all on function tailback.prune(text, timestamptz) from public;

create or replace function tailback.{function}() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $log$
begin
  if tg_op = 'TRUNCATE' then
    update tailback.changes
    set transaction = pg_current_xact_id(), changed_at = clock_timestamp(), is_deleted = true
    where object = {objectText} and not is_deleted;
  elsif tg_op = 'INSERT' then
    perform tailback.note({objectText}, new.{id}::text, false, clock_timestamp());
  elsif tg_op = 'DELETE' then
    perform tailback.note({objectText}, old.{id}::text, true, null);
  else
    if old.{id} is distinct from new.{id} then
      perform tailback.note({objectText}, old.{id}::text, true, null);
    end if;
    perform tailback.note({objectText}, new.{id}::text, false, null);
  end if;
  return null;
end
$log$;

drop trigger if exists tailback_log on {table};
create trigger tailback_log after insert or update or delete on {table}
  for each row execute function tailback.{function}();
drop trigger if exists tailback_log_truncate on {table};
create trigger tailback_log_truncate after truncate on {table}
  for each statement execute function tailback.{function}();

-- From here on nothing else writes the table until the end, so that nothing is missed between log and trigger.
insert into tailback.logged (object) values ({objectText})
on conflict (object) do update set log = gen_random_uuid();

update tailback.changes c set is_deleted = true, transaction = pg_current_xact_id(), changed_at = clock_timestamp()
where c.object = {objectText} and not c.is_deleted
  and not exists (select from {table} t where t.{id}::text collate "C" = c.id);

insert into tailback.changes as c (object, id, transaction, changed_at, is_deleted)
select {objectText}, t.{id}::text, pg_current_xact_id(), {changedAt}, false from {table} t
on conflict (object, id) do update set is_deleted = false, transaction = excluded.transaction where c.is_deleted;
{grants}
commit;
