-- The value got into the field after this time by our own clock, since it took the place of one that we had put there then:
-- whatever follows is later still, whatever the CRM's clock says. Null where that is not known.
alter table held_value add column not_before timestamptz;
