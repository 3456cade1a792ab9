package dev.tailback.operations;

import dev.tailback.operations.SyncView.ParkedGroup;
import dev.tailback.usage.Entry;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the ledger knows about the way to Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LedgerFigures extends GenericRepository<Entry, UUID> {

    @Query("""
            select
                (select count(*) from usage_entry
                 where fate = 'OPEN' and version > reported_version and next_attempt_at is null) as waiting,
                (select count(*) from usage_entry
                 where fate = 'OPEN' and version > reported_version and next_attempt_at is not null) as retrying,
                (select min(open_since) from usage_entry
                 where fate = 'OPEN' and version > reported_version) as oldest_since,
                (select max(reported_at) from usage_entry where reported_at is not null) as last_success
            """)
    Figures now();

    @Query("""
            select coalesce(code, 'REFUSED') as code, count(*) as count from usage_entry
            where fate = 'PARKED' group by 1 order by 2 desc, 1
            """)
    List<Group> parked();

    /** Counts of entries, and times. */
    @Introspected
    record Figures(
            long waiting,
            long retrying,
            @Nullable Instant oldestSince,
            @Nullable Instant lastSuccess) {}

    /** Entries refused for one cause. */
    @Introspected
    record Group(String code, long count) {

        ParkedGroup view() {
            return new ParkedGroup(code, count);
        }
    }
}
