package dev.tailback.app.ledger;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only history of entries: who, when, what, why, and every answer of Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface UsageHistory extends GenericRepository<HistoryLine, Long> {

    /** Whether this delivery of an outcome was applied before. The caller holds the entry's lock. */
    @Query("""
            select exists (select 1 from usage_history where entry_id = :entryId and outcome_id = :outcomeId)
            """)
    boolean knows(UUID entryId, String outcomeId);

    @Query("""
            insert into usage_history (
                entry_id, at, who, what, reason, version, units, cancelled, attempts, next_attempt_at, code, message,
                salesforce_id, consumed_change, outcome_id, settled_at)
            values (
                :entryId, :at, :who, :what, :reason, :version, :units, :cancelled, :attempts, :nextAttemptAt, :code,
                :message, :salesforceId, :consumedChange, :outcomeId, :settledAt)
            """)
    void append(HistoryLine line);

    @Query("select * from usage_history where entry_id = :entryId order by id")
    List<HistoryLine> ofEntry(UUID entryId);

    /** What a version said; a version's content never changes, so any line of it tells. */
    @Query("""
            select units, cancelled from usage_history
            where entry_id = :entryId and version = :version order by id limit 1
            """)
    Optional<Content> contentOf(UUID entryId, long version);

    /** The content of one version of an entry. */
    @Introspected
    record Content(int units, boolean cancelled) {

        /** Units that count: none when cancelled. */
        public int wanted() {
            return cancelled ? 0 : units;
        }
    }
}
