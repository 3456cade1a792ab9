-- Sessions of browsers and bearer tokens of programs. A token that was signed by us counts only while its row is here, has not ended and is not over.

create table session (
    -- SHA-256 of the id in the token, in hexadecimal: whoever reads this table cannot make a token of it.
    id_hash    text primary key check (id_hash ~ '^[0-9a-f]{64}$'),
    username   text        not null references account on delete cascade,
    kind       text        not null check (kind in ('BROWSER', 'TOKEN')),
    -- Where it was opened: the address of the visitor.
    address    text        not null check (length(address) <= 100),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz
);
create index session_of_account on session (username, created_at) where ended_at is null;
create index session_over on session (expires_at);
