-- The rules of an entry, each in one place: every query, and the Java record Entry, reads them from these views. PostgreSQL unfolds a view into the query
-- that reads it, so the partial indexes of usage_entry serve as before, and a column that a query does not name costs nothing.

-- An entry with what follows from its own row. Rows can be locked and updated through it.
create view ledger_entry as
select e.*,
    -- Salesforce does not hold our version yet.
    e.version > e.reported_version as unreported,
    -- The relay has to bring it to Salesforce.
    e.fate = 'OPEN' and e.version > e.reported_version as open,
    -- Salesforce refused it for good.
    e.fate = 'PARKED' as parked,
    -- Salesforce holds it, or may, and has not accepted its cancellation: what replaces it must wait.
    e.fate <> 'WITHDRAWN' and not e.reported_cancelled as holds_back,
    -- Units that count here and in Salesforce.
    case when e.cancelled then 0 else e.units end as wanted,
    case when e.reported_cancelled then 0 else e.reported_units end as held,
    -- The version of the next content.
    e.highest_version + 1 as next_version
from usage_entry e;

-- An entry with what people see of it: its state and the reason for it, which depend on the entry it replaces and on its contract.
create view shown_entry as
select s.*,
    case when s.rejected then 'REJECTED' when s.retrying then 'RETRYING' when s.waiting then 'WAITING'
        when s.locked then 'LOCKED' when s.reported then 'REPORTED' end as state,
    case when s.blocked then 'REPLACED_REJECTED' when s.waiting and s.held_back then 'WAITS_FOR_REPLACED'
        else s.code end as shown_code
from (
    select k.*,
        -- Salesforce refuses it for good, or refuses the cancellation it depends on.
        k.parked or k.blocked as rejected,
        -- Refused for now; the next attempt has a time.
        k.open and not k.blocked and k.next_attempt_at is not null as retrying,
        -- Saved, and not accepted by Salesforce yet.
        k.open and not k.blocked and k.next_attempt_at is null as waiting,
        -- Reported, and the contract was seen fulfilled.
        not k.unreported and k.fate = 'OPEN' and k.fulfilled as locked,
        -- Salesforce holds exactly this version; or, for an entry that was withdrawn in time, rightly holds nothing.
        not k.unreported and not (k.fate = 'OPEN' and k.fulfilled) as reported
    from (
        select l.*,
            (select 'AD-' || a.number from ad a where a.id = l.ad_id) as ad_reference,
            -- It may go when Salesforce has accepted the cancellation of what it replaces.
            l.replaces is not null
                and exists (select from ledger_entry r where r.id = l.replaces and r.holds_back) as held_back,
            -- The cancellation of what it replaces is refused for good.
            l.open and l.replaces is not null
                and exists (select from ledger_entry r where r.id = l.replaces and r.parked) as blocked,
            exists (select from contract_label c
                    where c.contract_id = l.contract_id and c.fulfilled_seen_at is not null) as fulfilled
        from ledger_entry l) k) s;
