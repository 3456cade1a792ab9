-- Since when a record is gone, and whether a steward has said to leave it so. The row itself is as old as the record.
alter table source_record add column gone_at timestamptz;
alter table source_record add column gone_left_at timestamptz;
update source_record
set gone_at = coalesce(
    (select max(seen_at) from observation where source_id = source_record.id and kind = 'DELETED'), now())
where standing = 'GONE';
create index source_record_gone on source_record (gone_at, id)
    where standing = 'GONE' and gone_left_at is null and erased_at is null and golden_id is not null;
