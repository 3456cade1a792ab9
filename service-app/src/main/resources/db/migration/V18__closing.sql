-- Who asked a contract to close, and who took that back. The last line of a contract says how it stands.

create table contract_closing (
    id          bigint generated always as identity primary key,
    contract_id text        not null,
    at          timestamptz not null,
    who         text        not null,
    what        text        not null check (what in ('ASKED', 'TAKEN_BACK')),
    reason      text        not null
);
create index contract_closing_last on contract_closing (contract_id, id desc);

create trigger contract_closing_is_append_only
    before update or delete or truncate on contract_closing
    for each statement execute function refuse_to_rewrite();
