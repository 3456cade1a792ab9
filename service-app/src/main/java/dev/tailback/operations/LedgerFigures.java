package dev.tailback.operations;

import dev.tailback.usage.Entry;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/** What the ledger knows about the way to Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface LedgerFigures extends GenericRepository<Entry, UUID> {

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

    /** Counts of entries, and times. */
    @Introspected
    public record Figures(
            long waiting,
            long retrying,
            @Nullable Instant oldestSince,
            @Nullable Instant lastSuccess) {}
}
