-- For psql, which reads the passwords from its environment, so that none stands in a file or on a command line.
\getenv owner TAILBACK_OWNER_PASSWORD
\getenv app TAILBACK_DATABASE_PASSWORD
alter role tailback_owner password :'owner';
alter role tailback_app password :'app';
