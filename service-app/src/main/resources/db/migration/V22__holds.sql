-- What operators hold, while everything else goes on: one contract, or what was refused with one code. Redis is told it again and again. A row goes when
-- the hold ends; who held and let go, and why, stays in operator_action.
create table hold (
    id          bigint generated always as identity primary key,
    contract_id text,
    code        text,
    begun_at    timestamptz not null,
    -- It ends then automatically.
    ends_at     timestamptz,
    who         text        not null,
    reason      text        not null,
    check (num_nonnulls(contract_id, code) = 1)
);
create unique index hold_of_contract on hold (contract_id);
create unique index hold_of_code on hold (code);

alter table operator_action drop constraint operator_act_what_check;
alter table operator_action add constraint operator_action_what_check
    check (what in ('PAUSED', 'RESUMED', 'HELD', 'RELEASED', 'RETRIED', 'REVERTED', 'RECONCILED', 'REPAIRED'));

-- As before, and with the hold that keeps the entry, if one does: of its contract, or of the code it was refused with.
create or replace view shown_entry as
select s.*,
    case when s.rejected then 'REJECTED' when s.retrying then 'RETRYING' when s.waiting then 'WAITING'
        when s.locked then 'LOCKED' when s.reported then 'REPORTED' end as state,
    case when s.blocked then 'REPLACED_REJECTED' when s.waiting and s.held_back then 'WAITS_FOR_REPLACED'
        when s.waiting and exists (select from hold h where h.contract_id = s.contract_id) then 'ON_HOLD'
        else s.code end as shown_code,
    case when s.open and not s.blocked and not s.held_back then
        coalesce((select h.id from hold h where h.contract_id = s.contract_id),
            (select h.id from hold h where s.retrying and h.code = s.code)) end as hold_id
from (
    select k.*,
        k.parked or k.blocked as rejected,
        k.open and not k.blocked and k.next_attempt_at is not null as retrying,
        k.open and not k.blocked and k.next_attempt_at is null as waiting,
        not k.unreported and k.fate = 'OPEN' and k.fulfilled as locked,
        not k.unreported and not (k.fate = 'OPEN' and k.fulfilled) as reported
    from (
        select l.*,
            (select 'AD-' || a.number from ad a where a.id = l.ad_id) as ad_reference,
            l.replaces is not null
                and exists (select from ledger_entry r where r.id = l.replaces and r.holds_back) as held_back,
            l.open and l.replaces is not null
                and exists (select from ledger_entry r where r.id = l.replaces and r.parked) as blocked,
            exists (select from contract_label c
                    where c.contract_id = l.contract_id and c.fulfilled_seen_at is not null) as fulfilled
        from ledger_entry l) k) s;
