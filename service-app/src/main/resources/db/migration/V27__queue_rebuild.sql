-- What a rebuild of the queue has offered, said once and not row by row: every open entry that was due until then is in the queue. One that the queue loses
-- unnoticed is offered again by the walk over all open entries. An entry that the queue has is due at 'infinity'.
create table queue_rebuild (
    only_row     boolean     primary key default true check (only_row),
    covers_until timestamptz not null
);
insert into queue_rebuild (covers_until) values ('-infinity');
