-- The trace of the request that made a version, so that the queue, Salesforce and the outcome join it, also after the
-- queue was rebuilt. It holds for that version alone; empty as long as traces are off.
alter table usage_entry add column trace text check (trace ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
alter table usage_entry add column trace_version bigint;
