-- What staff ask of finance about usage that is locked: the units that would be right, and what finance answered.

create table correction_request (
    id       uuid primary key,
    number   bigint generated always as identity unique,
    entry_id uuid        not null references usage_entry,
    ad_id    uuid        not null references ad,
    -- The units that would be right; none when the entry should not count at all.
    units    integer     not null check (units between 0 and 1000000),
    reason   text        not null check (length(reason) between 1 and 500),
    -- REOPENING: finance accepted it, and the correction is made as soon as the contract is open in Salesforce.
    state    text        not null check (state in ('OPEN', 'REOPENING', 'CORRECTED', 'REFUSED', 'TAKEN_BACK')),
    asked_by text        not null,
    asked_at timestamptz not null
);
create unique index correction_request_one_at_a_time on correction_request (entry_id) where state in ('OPEN', 'REOPENING');
create index correction_request_of_ad on correction_request (ad_id, number);
create index correction_request_unsettled on correction_request (number) where state in ('OPEN', 'REOPENING');
create trigger correction_request_is_never_deleted
    before delete or truncate on correction_request
    for each statement execute function refuse_to_forget();

-- What was asked stays as it was asked; only its state changes, each time with a line below.
create trigger correction_request_stays_as_asked
    before update of id, entry_id, ad_id, units, reason, asked_by, asked_at on correction_request
    for each statement execute function refuse_to_rewrite();

create table correction_request_event (
    id         bigint generated always as identity primary key,
    request_id uuid        not null references correction_request,
    at         timestamptz not null,
    who        text        not null,
    what       text        not null
        check (what in ('ASKED', 'ACCEPTED', 'CORRECTED', 'REFUSED', 'TAKEN_BACK')),
    reason     text
);
create index correction_request_event_of_request on correction_request_event (request_id, id);
create trigger correction_request_event_is_append_only
    before update or delete or truncate on correction_request_event
    for each statement execute function refuse_to_rewrite();
