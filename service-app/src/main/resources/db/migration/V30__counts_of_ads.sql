-- A list of ads counts the states of all of them. Nearly all are plain, and told by their contract alone: those need no look at their entries.

-- The ad has been on another contract, where older entries of it are.
alter table ad add column moved boolean not null default false;
update ad a set moved = true where exists (select from usage_entry e where e.ad_id = a.id and e.contract_id <> a.contract_id);
create function remember_the_move() returns trigger language plpgsql as $$
begin
    new.moved := true;
    return new;
end
$$;
create trigger ad_was_moved
    before update of contract_id on ad
    for each row when (new.contract_id <> old.contract_id) execute function remember_the_move();
create index ad_moved on ad (id) where moved;

-- As before, and with what is plain.
create or replace view ledger_entry as
select e.id, e.line, e.ad_id, e.contract_id, e.contract_product_id, e.units, e.cancelled, e.version, e.highest_version, e.replaces,
    e.reported_version, e.reported_units, e.reported_cancelled, e.salesforce_id, e.fate, e.attempts, e.next_attempt_at, e.code, e.reason,
    e.offer_due_at, e.open_since, e.reported_at, e.created_at, e.changed_at,
    e.version > e.reported_version as unreported,
    e.fate = 'OPEN' and e.version > e.reported_version as open,
    e.fate = 'PARKED' as parked,
    e.fate <> 'WITHDRAWN' and not e.reported_cancelled as holds_back,
    case when e.cancelled then 0 else e.units end as wanted,
    case when e.reported_cancelled then 0 else e.reported_units end as held,
    e.highest_version + 1 as next_version,
    -- Salesforce holds it as it is, and nothing else is told of it: it is Locked when its contract was seen fulfilled, else Reported.
    e.fate = 'OPEN' and e.version <= e.reported_version and e.code is null as plain
from usage_entry e;
create index usage_entry_not_plain on usage_entry (ad_id, contract_id)
    where not (fate = 'OPEN' and version <= reported_version and code is null);
