-- In which currency the price was that was read last, as far as Salesforce said it.
alter table contract_product_label add column currency text check (currency ~ '^[A-Z]{3}$');
