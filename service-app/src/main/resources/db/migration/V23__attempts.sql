-- How an entry was sent, beside what Salesforce answered. Empty where it was not sent, and in lines of older workers.
alter table usage_history
    add column worker       text,
    -- By the worker's clock.
    add column sent_at      timestamptz,
    -- Until the answer was there, or was given up.
    add column milliseconds bigint check (milliseconds >= 0),
    -- Empty when no answer came.
    add column http_status  smallint check (http_status between 100 and 599),
    -- Whether Salesforce made a new record of it.
    add column made_there   boolean,
    -- What Salesforce said of a record that it refused, as JSON.
    add column answer       text check (length(answer) <= 2000),
    -- What the version said of its ad, in the line that made it: usage_entry holds it for the newest version only.
    add column ad_title              text,
    add column ad_service_date       date,
    add column ad_customer_reference text;
