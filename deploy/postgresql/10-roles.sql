-- The two users of Tailback's database. A superuser runs this in that database, before the first start or any time later;
-- running it twice does no harm. docs/security.md says why there are two.
--
--   tailback_owner   owns the tables and changes them ('./tailback service-app --migrate'); nobody else uses it
--   tailback_app     what the service app runs as: it reads and writes rows, and rewrites no history
--
-- Passwords are set apart from this: 20-passwords.sql, or \password in psql. What tailback_app may do with each table is in
-- service-app/src/main/resources/db/migration/afterMigrate.sql, so that it follows the tables.

do $$
declare
    other record;
begin
    if not exists (select from pg_roles where rolname = 'tailback_owner') then
        create role tailback_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'tailback_app') then
        create role tailback_app;
    end if;
    alter role tailback_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
    alter role tailback_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit;

    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to tailback_owner, tailback_app', current_database());
    revoke all on schema public from public;
    grant usage, create on schema public to tailback_owner;
    grant usage on schema public to tailback_app;

    -- Tables and functions of an installation that had one user only.
    for other in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relowner <> 'tailback_owner'::regrole
    loop
        execute format('alter table public.%I owner to tailback_owner', other.relname);
    end loop;
    for other in
        select p.oid::regprocedure as named from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proowner <> 'tailback_owner'::regrole
    loop
        execute format('alter function %s owner to tailback_owner', other.named);
    end loop;
end
$$;
