-- What tailback_app may do with each table, where that user exists (deploy/postgresql/10-roles.sql makes it). Runs after every migration, so that the
-- rights follow the tables; the service app itself, which runs as tailback_app, skips it.

do $$
begin
    if not exists (select from pg_roles where rolname = 'tailback_app')
        or not pg_has_role(current_user, (select relowner from pg_class where oid = 'ad'::regclass), 'member') then
        return;
    end if;
    -- Two owners at once would disturb each other.
    perform pg_advisory_xact_lock(7410224);

    execute format('revoke all on all tables in schema %I from public, tailback_app', current_schema());
    execute format('revoke all on all routines in schema %I from public', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to tailback_app', current_schema());

    -- Records: lines are added, and neither changed nor removed.
    revoke update, delete on usage_history, ad_history, operator_action, account_event, correction_request_event
        from tailback_app;
    revoke update, delete on statement_key, close_statement, close_statement_line, contract_closing, mapping_version
        from tailback_app;
    revoke update, delete on schema_version, mapping_effect from tailback_app;
    -- They change, with a line of history each time, and never go.
    revoke delete on ad, usage_entry, ledger_entry, account, correction_request, queue_rebuild from tailback_app;
    revoke delete on contract_label, contract_product_label from tailback_app;
    -- What people see is only read.
    revoke insert, update, delete on shown_entry from tailback_app;
    -- Which migrations have run is the owner's to write.
    revoke insert, update, delete on flyway_schema_history from tailback_app;
end
$$;
