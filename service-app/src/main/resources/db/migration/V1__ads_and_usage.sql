-- The ledger of the service app. What Redis and Salesforce hold can be compared with it, and Redis can be rebuilt from it.

create table ad (
    id         uuid primary key,
    number     bigint generated always as identity unique,
    title      text        not null check (length(title) between 1 and 200),
    contract_id text       not null,
    -- The ETag: grows with every change by a person, never with an outcome.
    version    bigint      not null check (version >= 1),
    cancelled  boolean     not null,
    created_by text        not null,
    created_at timestamptz not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
create index ad_newest on ad (number desc);
create index ad_of_contract on ad (contract_id, number desc);

create table usage_entry (
    -- Salesforce's external id. Minted once per fact.
    id                  uuid primary key,
    -- Order of creation, so that millions of rows can be read page by page.
    line                bigint generated always as identity unique,
    ad_id               uuid        not null references ad,
    contract_id         text        not null,
    contract_product_id text        not null,
    units               integer     not null check (units between 1 and 1000000),
    cancelled           boolean     not null,
    version             bigint      not null check (version >= 1),
    -- The mint of versions. It only grows: a version that Salesforce refused is never used again for other content.
    highest_version     bigint      not null check (highest_version >= version),
    -- The entry whose cancellation Salesforce must accept before this one is sent.
    replaces            uuid references usage_entry,
    -- What Salesforce holds, as far as its answers told.
    reported_version    bigint      not null check (reported_version >= 0),
    reported_units      integer     not null,
    reported_cancelled  boolean     not null,
    salesforce_id       text,
    fate                text        not null check (fate in ('OPEN', 'PARKED', 'WITHDRAWN')),
    attempts            integer     not null check (attempts >= 0),
    next_attempt_at     timestamptz,
    code                text,
    reason              text,
    -- When the relay must offer it (again) to the queue.
    offer_due_at        timestamptz not null,
    -- Since when Salesforce holds something else than we do.
    open_since          timestamptz not null,
    reported_at         timestamptz,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    check (fate <> 'WITHDRAWN' or version = reported_version),
    check (fate <> 'PARKED' or version > reported_version)
);
create index usage_entry_of_ad on usage_entry (ad_id, line);
create index usage_entry_replaced on usage_entry (replaces) where replaces is not null;
create index usage_entry_due on usage_entry (offer_due_at, line) where fate = 'OPEN' and version > reported_version;
create index usage_entry_open on usage_entry (line) where fate = 'OPEN' and version > reported_version;
create index usage_entry_oldest on usage_entry (open_since) where fate = 'OPEN' and version > reported_version;
create index usage_entry_retrying on usage_entry (next_attempt_at)
    where fate = 'OPEN' and version > reported_version and next_attempt_at is not null;
create index usage_entry_unreported_of_contract on usage_entry (contract_id) where version > reported_version;
create index usage_entry_reported_of_contract on usage_entry (contract_id, reported_at);
create index usage_entry_reported on usage_entry (reported_at) where reported_at is not null;
create index usage_entry_parked on usage_entry (code, line) where fate = 'PARKED';

create table usage_history (
    id              bigint generated always as identity primary key,
    entry_id        uuid        not null references usage_entry,
    at              timestamptz not null,
    who             text        not null,
    what            text        not null,
    why             text,
    -- The entry's content at this version; a version's content never changes.
    version         bigint      not null,
    units           integer     not null,
    cancelled       boolean     not null,
    attempts        integer,
    next_attempt_at timestamptz,
    code            text,
    reason          text,
    salesforce_id   text,
    -- By how many units this acceptance changed what Salesforce counts as consumed.
    consumed_change integer,
    -- The delivery that told it; the same delivery is never applied twice.
    outcome_id      text,
    settled_at      timestamptz,
    unique (entry_id, outcome_id)
);
create index usage_history_of_entry on usage_history (entry_id, id);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'usage_history is append-only: a row of it is never changed or deleted';
end
$$;
create trigger usage_history_is_append_only
    before update or delete on usage_history
    for each row execute function refuse_to_rewrite_history();

create table idempotency_key (
    account      text        not null,
    key          text        not null,
    request_hash text        not null,
    ad_id        uuid        not null,
    answer       text,
    created_at   timestamptz not null,
    primary key (account, key)
);
create index idempotency_key_oldest on idempotency_key (created_at);

-- What a contract was called when it was last read. Labels for people; nothing is decided by them.
create table contract_label (
    contract_id       text primary key,
    number            text        not null,
    customer          text        not null,
    fulfilled_seen_at timestamptz,
    seen_at           timestamptz not null
);
create table contract_product_label (
    contract_product_id text primary key,
    contract_id         text not null,
    product             text not null
);
