-- What finance closed: statements that are never changed. A later change of usage becomes a line of a later statement.

create table statement_key (
    -- X.509 SubjectPublicKeyInfo in Base64, as it is published.
    public_key text primary key,
    -- The 32 secret bytes of an Ed25519 key in Base64; null for a key of TAILBACK_STATEMENT_KEY, which stays outside.
    seed       text,
    since      timestamptz not null
);

create table close_statement (
    number         bigint primary key check (number >= 1),
    contract_id    text,
    period_from    date,
    -- The first day after it.
    period_to      date,
    zone           text        not null,
    closed_at      timestamptz not null,
    closed_by      text        not null,
    -- Why it was closed although something was unresolved.
    reason         text,
    unresolved     integer     not null check (unresolved >= 0),
    lines          integer     not null check (lines >= 1),
    -- Of the signed part of the document, and of the CSV.
    sha256         text        not null,
    csv_sha256     text        not null,
    public_key     text        not null references statement_key,
    -- The files as they were made; they are handed out again, never made again.
    document       bytea       not null,
    csv            bytea       not null,
    check (unresolved = 0 or reason is not null),
    check (contract_id is not null or period_from is not null),
    check ((period_from is null) = (period_to is null))
);

create table close_statement_line (
    statement           bigint      not null references close_statement,
    position            integer     not null,
    kind                text        not null check (kind in ('USAGE', 'LATE', 'REVERSAL', 'REPLACEMENT')),
    entry_id            uuid        not null references usage_entry,
    version             bigint      not null,
    customer_id         text        not null,
    customer            text        not null,
    contract_id         text        not null,
    contract_number     text        not null,
    contract_product_id text        not null,
    product             text        not null,
    units               bigint      not null,
    unit_price          numeric     not null,
    amount              numeric     not null,
    currency            text        not null,
    locked_at           timestamptz,
    service_date        date        not null,
    salesforce_id       text        not null,
    created_by          text        not null,
    created_at          timestamptz not null,
    ad_reference        text        not null,
    primary key (statement, position)
);
create index close_statement_line_of_entry on close_statement_line (entry_id, statement, position);
create index close_statement_line_of_contract on close_statement_line (contract_id);
create index close_statement_line_locked on close_statement_line (locked_at);

create trigger statement_key_is_append_only
    before update or delete or truncate on statement_key
    for each statement execute function refuse_to_rewrite();
create trigger close_statement_is_append_only
    before update or delete or truncate on close_statement
    for each statement execute function refuse_to_rewrite();
create trigger close_statement_line_is_append_only
    before update or delete or truncate on close_statement_line
    for each statement execute function refuse_to_rewrite();
