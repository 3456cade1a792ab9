-- What staff search ads by. Substrings need no index of an extension: the text that is searched stands ready in lower case, and reading it through
-- takes some milliseconds for 100,000 ads.
alter table ad add column search_text text generated always as (lower(title || coalesce(E'\n' || customer_reference, ''))) stored;

-- The orders of the list, and its filters by person and day.
create index ad_by_change on ad (changed_at desc, number desc);
create index ad_by_title on ad (lower(title), number);
create index ad_by_service_date on ad (service_date, number);
create index ad_of_person on ad (created_by, number desc);
create index ad_by_creation on ad (created_at);
-- For the question whether anything changed since a list was shown.
create index contract_label_last_seen on contract_label (seen_at);

-- What a contract's products looked like when they were last read. Shown, and said to be old, where Salesforce cannot be read; nothing is decided by it.
alter table contract_product_label
    add column units_sold numeric,
    add column unit_price numeric,
    add column consumed   numeric,
    add column available  numeric,
    add column figures_at timestamptz;
