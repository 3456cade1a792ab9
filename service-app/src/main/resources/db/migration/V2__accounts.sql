-- Who may log in. A password is kept as PBKDF2-HMAC-SHA256 of it with a salt of its own.

create table account (
    username   text primary key check (username ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'),
    hash       bytea       not null,
    salt       bytea       not null,
    iterations integer     not null check (iterations >= 1000),
    -- One or more, joined by commas.
    roles      text        not null check (roles ~ '^(service|finance|operator|admin)(,(service|finance|operator|admin))*$'),
    -- Demo accounts have a published password; they are deleted wherever the demo is not on.
    demo       boolean     not null,
    created_at timestamptz not null
);
