package dev.tailback.app.operator.parked;

import dev.tailback.app.entries.RejectedAdvice;
import dev.tailback.app.ledger.Entry;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The parked rows of the ledger. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ParkedEntries extends GenericRepository<Entry, UUID> {

    /**
     * The largest group first. What waits for a parked entry's cancellation shows as rejected as well, and is a group
     * of its own.
     */
    @Query("""
            select coalesce(g.code, 'REFUSED') as code, g.count, g.oldest_since,
                (select x.reason from ledger_entry x
                 where x.parked and x.code = g.code order by x.line limit 1) as example
            from (select code, count(*) as count, min(open_since) as oldest_since
                  from ledger_entry where parked group by code) g
            union all
            select 'REPLACED_REJECTED', count(*), min(e.open_since), min(r.reason)
            from ledger_entry r join ledger_entry e on e.replaces = r.id
            where r.parked and e.open
            having count(*) > 0
            order by 2 desc, 1
            """)
    List<Group> groups();

    /** Those of them that are parked, the oldest first. */
    @Query("select * from ledger_entry where id in (:ids) and parked order by line")
    List<Entry> oldest(List<UUID> ids);

    /** Those of them that are still parked. In the order of ids, as everywhere, to avoid deadlocks. */
    @Query("select * from ledger_entry where id in (:ids) and parked order by id for update")
    List<Entry> lock(List<UUID> ids);

    /** A row of the groups. */
    @Introspected
    record Group(
            String code,
            long count,
            Instant oldestSince,
            @Nullable String example) {

        public ParkedGroup view() {
            return new ParkedGroup(code, count, oldestSince, Optional.ofNullable(example), RejectedAdvice.on(code));
        }
    }
}
