-- The user of the hub's database: it owns the tables, which the hub makes when it starts, and is no superuser. For psql, which
-- reads the password from its environment, so that it stands in no file and on no command line.
\getenv hub TAILBACK_HUB_DATABASE_PASSWORD
create role tailback_hub login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'hub';
revoke all on database tailback_hub from public;
alter database tailback_hub owner to tailback_hub;
