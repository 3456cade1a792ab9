-- What operators may delete, and what nobody may: dev.tailback.app.operator.retention has the list of all tables.

-- A deletion is recorded like every other action, with the number of rows that are gone.
alter table operator_action add column deleted bigint check (deleted > 0);
alter table operator_action drop constraint operator_action_what_check;
alter table operator_action add constraint operator_action_what_check
    check (what in ('PAUSED', 'RESUMED', 'HELD', 'RELEASED', 'RETRIED', 'REVERTED', 'RECONCILED', 'REPAIRED',
                    'DELETED'));
alter table operator_action add constraint operator_action_deletion_is_counted
    check ((what = 'DELETED') = (deleted is not null));

-- The names of contracts in ads, and which entries are locked: what was read is written anew, and never goes.
create trigger contract_label_is_never_deleted
    before delete or truncate on contract_label
    for each statement execute function refuse_to_forget();
create trigger contract_product_label_is_never_deleted
    before delete or truncate on contract_product_label
    for each statement execute function refuse_to_forget();

-- The oldest of what is spent is found without reading the rest.
create index session_spent on session (least(ended_at, expires_at));
create index alert_message_at on alert_message (at);
