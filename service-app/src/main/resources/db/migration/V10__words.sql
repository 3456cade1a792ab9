-- One word for one idea, as in the API: the reason is what was given for an action, the message is the text beside a code.
alter table usage_history rename column reason to message;
alter table usage_history rename column why to reason;
alter table reconciliation rename column reason to message;
alter table reconciliation rename column why to reason;
-- Usage that no entry of the ledger stands for; "foreign" alone is a word of SQL.
alter table reconciliation rename column strange to foreign_usage;

alter table operator_act rename to operator_action;
alter table operator_action rename column why to reason;
alter index operator_act_pkey rename to operator_action_pkey;
alter index operator_act_pause rename to operator_action_pause;
alter sequence operator_act_id_seq rename to operator_action_id_seq;
alter trigger operator_act_is_append_only on operator_action rename to operator_action_is_append_only;

alter table usage_doubt rename to late_arrival;
alter index usage_doubt_pkey rename to late_arrival_pkey;
alter index usage_doubt_due rename to late_arrival_due;
