-- The proof of the connected org that is being made now, if there is one; a service app that dies leaves it until the time is over.
create table proof_claim (
    single    boolean     primary key check (single),
    reference text        not null,
    who       text        not null,
    since     timestamptz not null,
    until     timestamptz not null,
    check (until > since)
);
