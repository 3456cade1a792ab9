-- What staff may note about an ad beside its title and units.
alter table ad
    add column service_date       date,
    add column customer_reference text check (length(customer_reference) between 1 and 80),
    add column note               text check (length(note) between 1 and 1000);

-- Who changed an ad's own fields, when and for what reason. Units have their history with their entries.
create table ad_history (
    id      bigint generated always as identity primary key,
    ad_id   uuid        not null references ad,
    at      timestamptz not null,
    who     text        not null,
    reason  text,
    -- The ad's version since this change.
    version bigint      not null,
    field   text        not null check (field in ('TITLE', 'CONTRACT', 'SERVICE_DATE', 'CUSTOMER_REFERENCE', 'NOTE')),
    -- As text; empty when there was or is none.
    before  text,
    after   text
);
create index ad_history_of_ad on ad_history (ad_id, id);
create trigger ad_history_is_append_only
    before update or delete or truncate on ad_history
    for each statement execute function refuse_to_rewrite();

-- What a version tells Salesforce about its ad. It belongs to the version as the units do: a version that is sent again says the same again,
-- whatever the ad is called by then. Empty for a version that was made before these columns: it was sent without.
alter table usage_entry
    add column ad_title              text,
    add column ad_service_date       date,
    add column ad_customer_reference text;

create function take_what_the_ad_says() returns trigger language plpgsql as $$
begin
    select a.title, a.service_date, a.customer_reference
        into new.ad_title, new.ad_service_date, new.ad_customer_reference
        from ad a where a.id = new.ad_id;
    return new;
end
$$;
create trigger usage_entry_says_what_its_ad_says
    before insert on usage_entry
    for each row execute function take_what_the_ad_says();
create trigger usage_entry_version_says_what_its_ad_says
    before update of highest_version on usage_entry
    for each row when (new.highest_version > old.highest_version) execute function take_what_the_ad_says();
