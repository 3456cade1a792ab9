-- Which objects and fields of the org stand for what: each version that an admin wrote, as it was written. The last one is in use; without any, the mapping
-- that Tailback brings along is, as version 0.
create table mapping_version (
    version        bigint      primary key check (version > 0),
    at             timestamptz not null,
    who            text        not null,
    note           text        not null,
    yaml           text        not null check (length(yaml) between 1 and 65536),
    -- The version whose text it took up again.
    rolled_back_to bigint      check (rolled_back_to >= 0 and rolled_back_to < version)
);
create trigger mapping_version_is_append_only
    before update or delete or truncate on mapping_version
    for each statement execute function refuse_to_rewrite();

alter table operator_action drop constraint operator_action_what_check;
alter table operator_action add constraint operator_action_what_check
    check (what in ('PAUSED', 'RESUMED', 'HELD', 'RELEASED', 'RETRIED', 'REVERTED', 'RECONCILED', 'REPAIRED',
                    'DELETED', 'MAPPED'));
