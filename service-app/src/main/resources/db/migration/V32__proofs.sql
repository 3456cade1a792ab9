-- A proof that the connected org keeps the promises writes into Salesforce, so it is recorded like every other action.
alter table operator_action drop constraint operator_action_what_check;
alter table operator_action add constraint operator_action_what_check
    check (what in ('PAUSED', 'RESUMED', 'HELD', 'RELEASED', 'RETRIED', 'REVERTED', 'RECONCILED', 'REPAIRED',
                    'DELETED', 'MAPPED', 'PROVED'));
