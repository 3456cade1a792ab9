-- A password is one text that names its own method (PHC string format). An account without one cannot sign in with a password.
alter table account
    add column password        text check (length(password) between 20 and 500),
    add column password_set_at timestamptz,
    -- A one-time password: it must be changed at the first sign-in.
    add column password_once   boolean not null default false,
    add column disabled_at     timestamptz,
    add column disabled_by     text check (length(disabled_by) <= 100),
    add column created_by      text not null default 'tailback' check (length(created_by) <= 100),
    add column signed_in_at    timestamptz,
    add constraint account_disabled_by_somebody check ((disabled_at is null) = (disabled_by is null));
update account
   set password_set_at = created_at,
       password = '$pbkdf2-sha256$i=' || iterations || '$' || encode(salt, 'base64') || '$' || encode(hash, 'base64');
alter table account drop column hash, drop column salt, drop column iterations;

-- People in histories keep their names: an account is disabled, never deleted.
create trigger account_is_never_deleted
    before delete or truncate on account
    for each statement execute function refuse_to_forget();

-- What was done to an account, by whom, and why.
create table account_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    who     text        not null check (length(who) <= 100),
    account text        not null references account,
    what    text        not null check (what in ('CREATED', 'ROLES_CHANGED', 'DISABLED', 'ENABLED', 'PASSWORD_RESET',
                                                 'PASSWORD_CHANGED', 'SESSIONS_ENDED', 'TOKEN_CREATED', 'TOKEN_ENDED')),
    detail  text check (length(detail) <= 300),
    reason  text check (length(reason) <= 500)
);
create index account_event_of_account on account_event (account, id);
create trigger account_event_is_append_only
    before update or delete or truncate on account_event
    for each statement execute function refuse_to_rewrite();

-- Sessions slide: expires_at moves on while a browser is used. A token of a program may have a name, fewer roles than its account, and a
-- longer life.
alter table session
    drop constraint session_username_fkey,
    add foreign key (username) references account,
    drop constraint session_kind_check,
    add constraint session_kind_check check (kind in ('BROWSER', 'TOKEN', 'API_TOKEN')),
    add column name    text check (length(name) between 1 and 100),
    add column roles   text check (roles ~ '^(service|finance|operator|admin|viewer)(,(service|finance|operator|admin|viewer))*$'),
    add column used_at timestamptz,
    add constraint session_token_is_named check ((kind = 'API_TOKEN') = (name is not null and roles is not null));
