package dev.tailback.app.ledger;

import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.web.postgres.Columns;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every change of an entry, one statement each; the answers of Salesforce change many entries in one statement. The
 * caller holds the rows' locks and writes the history. What the database computed, such as the new version, comes back
 * with the changed entry.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class EntryChanges implements GenericRepository<Entry, UUID> {

    /** When that is the version we want, nothing stands between us any more. */
    private static final String ACCEPT = """
            update usage_entry e set
                reported_version = a.version, reported_units = a.units, reported_cancelled = a.cancelled,
                salesforce_id = a.salesforce_id, reported_at = ?,
                fate = case when e.version = a.version or e.fate = 'WITHDRAWN' then 'OPEN' else e.fate end,
                attempts = case when e.version = a.version then 0 else e.attempts end,
                next_attempt_at = case when e.version = a.version then null else e.next_attempt_at end,
                code = case when e.version = a.version then null else e.code end,
                reason = case when e.version = a.version then null else e.reason end
            from unnest(?, ?, ?, ?, ?) as a(id, version, units, cancelled, salesforce_id)
            where e.id = a.id
            """;

    private static final String REFUSE = """
            update usage_entry e set
                fate = case when r.for_good then 'PARKED' else e.fate end,
                attempts = r.attempts, next_attempt_at = r.next_attempt_at, code = r.code, reason = r.reason
            from unnest(?, ?, ?, ?, ?, ?) as r(id, for_good, attempts, next_attempt_at, code, reason)
            where e.id = r.id
            """;

    private final JdbcOperations jdbc;

    EntryChanges(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Salesforce holds this version.
     *
     * @param entry as it is before
     */
    public record Accepted(
            Entry entry,
            long version,
            Content content,
            @Nullable String salesforceId) {}

    /**
     * Salesforce refuses the newest version.
     *
     * @param forGood it leaves the queue, keeps its content and the reason, and waits for a person; when it is refused
     *     for now, the queue sends it again automatically
     */
    public record Refused(
            UUID id,
            boolean forGood,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String code,
            @Nullable String reason) {}

    /** Each entry once. */
    public void accept(List<Accepted> entries, Instant at) {
        if (!entries.isEmpty()) {
            jdbc.prepareStatement(ACCEPT, statement -> {
                statement.setTimestamp(1, Timestamp.from(at));
                statement.setArray(
                        2,
                        Columns.of(
                                statement, "uuid", entries, one -> one.entry().id()));
                statement.setArray(3, Columns.of(statement, "bigint", entries, Accepted::version));
                statement.setArray(
                        4,
                        Columns.of(
                                statement,
                                "integer",
                                entries,
                                one -> one.content().units()));
                statement.setArray(
                        5,
                        Columns.of(
                                statement,
                                "boolean",
                                entries,
                                one -> one.content().cancelled()));
                statement.setArray(6, Columns.of(statement, "text", entries, Accepted::salesforceId));
                return statement.executeUpdate();
            });
        }
    }

    /** Each entry once. */
    public void refuse(List<Refused> entries) {
        if (!entries.isEmpty()) {
            jdbc.prepareStatement(REFUSE, statement -> {
                statement.setArray(1, Columns.of(statement, "uuid", entries, Refused::id));
                statement.setArray(2, Columns.of(statement, "boolean", entries, Refused::forGood));
                statement.setArray(3, Columns.of(statement, "integer", entries, Refused::attempts));
                statement.setArray(4, Columns.times(statement, entries, Refused::nextAttemptAt));
                statement.setArray(5, Columns.of(statement, "text", entries, Refused::code));
                statement.setArray(6, Columns.of(statement, "text", entries, Refused::reason));
                return statement.executeUpdate();
            });
        }
    }

    /** The trace of the request that made this version. */
    @Query("update usage_entry set trace = :trace, trace_version = :version where id = :id")
    public abstract void trace(UUID id, long version, String trace);

    /** A new fact: version 1, nothing reported, due at once. */
    @Query("""
            insert into ledger_entry (
                id, ad_id, contract_id, contract_product_id, units, cancelled, version, highest_version, replaces,
                reported_version, reported_units, reported_cancelled, fate, attempts, offer_due_at, open_since,
                created_at, changed_at)
            values (
                :id, :adId, :contractId, :contractProductId, :units, false, 1, 1, :replaces,
                0, 0, false, 'OPEN', 0, :at, :at,
                :at, :at)
            returning *
            """)
    public abstract Entry book(
            UUID id,
            UUID adId,
            String contractId,
            String contractProductId,
            int units,
            @Nullable UUID replaces,
            Instant at);

    /**
     * A person changes the content: a version never used before, due at once, whatever Salesforce said to the last one.
     */
    @Query("""
            update ledger_entry set
                units = :units, cancelled = :cancelled,
                version = next_version, highest_version = next_version,
                open_since = case when unreported then open_since else :at end,
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null,
                offer_due_at = :at, changed_at = :at
            where id = :id
            returning *
            """)
    public abstract Entry revise(UUID id, int units, boolean cancelled, Instant at);

    /** The same content gets a version above the one Salesforce holds, and is due at once. */
    @Query("""
            update ledger_entry set
                version = greatest(next_version, :above + 1), highest_version = greatest(next_version, :above + 1),
                open_since = case when unreported then open_since else :at end,
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null,
                offer_due_at = :at
            where id = :id
            returning *
            """)
    public abstract Entry repeat(UUID id, long above, Instant at);

    /** A person lets a refused version try again. */
    @Query("""
            update ledger_entry set
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null, offer_due_at = :at
            where id = :id
            returning *
            """)
    public abstract Entry retry(UUID id, Instant at);

    /** Back to what Salesforce holds. The refused version's number stays used. */
    @Query("""
            update ledger_entry set
                units = reported_units, cancelled = reported_cancelled, version = reported_version,
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null, changed_at = :at
            where id = :id
            returning *
            """)
    public abstract Entry revert(UUID id, Instant at);

    /** Cancelled, and Salesforce never held it: nothing is to be reported any more. */
    @Query("""
            update ledger_entry set
                cancelled = true, version = next_version, highest_version = next_version,
                reported_version = next_version, reported_units = 0, reported_cancelled = true,
                fate = 'WITHDRAWN', attempts = 0, next_attempt_at = null,
                code = 'WITHDRAWN', reason = 'Withdrawn before Salesforce ever held it, so there is nothing to report.',
                changed_at = :at
            where id = :id
            returning *
            """)
    public abstract Entry withdraw(UUID id, Instant at);

    /** What Salesforce said to these cannot be judged yet: they go again at the given time. */
    @Query("update ledger_entry set offer_due_at = :at where id in (:ids) and open")
    public abstract void askAgain(List<UUID> ids, Instant at);

    /** The entries that waited for the cancellation of these may go now. */
    @Query("""
            update ledger_entry set offer_due_at = :at
            where replaces in (:ids) and open
            """)
    public abstract int wakeReplacementsOf(List<UUID> ids, Instant at);
}
