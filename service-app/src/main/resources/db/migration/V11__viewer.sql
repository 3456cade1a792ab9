-- One more role: viewer reads what staff read, and changes nothing.
alter table account drop constraint account_roles_check;
alter table account add constraint account_roles_check
    check (roles ~ '^(service|finance|operator|admin|viewer)(,(service|finance|operator|admin|viewer))*$');
