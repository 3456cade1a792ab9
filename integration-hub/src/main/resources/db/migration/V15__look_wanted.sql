-- A person wants the schema looked at since then. A look that was under way already does not count.
alter table schema_watch add column wanted_at timestamptz;
