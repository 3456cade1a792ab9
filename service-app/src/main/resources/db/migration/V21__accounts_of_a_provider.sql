-- An account whose person, name and roles an OpenID provider gives. Issuer and subject are the person for ever; it has no password here.
alter table account
    add column issuer  text check (length(issuer) between 1 and 500),
    add column subject text check (length(subject) between 1 and 255),
    add constraint account_of_provider_is_whole check ((issuer is null) = (subject is null)),
    add constraint account_of_provider_has_no_password check (issuer is null or (password is null and not password_once));
create unique index account_of_person on account (issuer, subject);
