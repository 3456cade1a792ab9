package dev.tailback.app.ledger;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every change of an entry, one statement each. The caller holds the row's lock and writes the history. What the
 * database computed, such as the new version, comes back with the changed entry.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface EntryChanges extends GenericRepository<Entry, UUID> {

    /** The trace of the request that made this version. */
    @Query("update usage_entry set trace = :trace, trace_version = :version where id = :id")
    void trace(UUID id, long version, String trace);

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
    Entry book(
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
    Entry revise(UUID id, int units, boolean cancelled, Instant at);

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
    Entry repeat(UUID id, long above, Instant at);

    /** A person lets a refused version try again. */
    @Query("""
            update ledger_entry set
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null, offer_due_at = :at
            where id = :id
            returning *
            """)
    Entry retry(UUID id, Instant at);

    /** Back to what Salesforce holds. The refused version's number stays used. */
    @Query("""
            update ledger_entry set
                units = reported_units, cancelled = reported_cancelled, version = reported_version,
                fate = 'OPEN', attempts = 0, next_attempt_at = null, code = null, reason = null, changed_at = :at
            where id = :id
            returning *
            """)
    Entry revert(UUID id, Instant at);

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
    Entry withdraw(UUID id, Instant at);

    /** Salesforce holds this version. When that is the one we want, nothing stands between us any more. */
    @Query("""
            update usage_entry set
                reported_version = :version, reported_units = :units, reported_cancelled = :cancelled,
                salesforce_id = :salesforceId, reported_at = :at,
                fate = case when version = :version or fate = 'WITHDRAWN' then 'OPEN' else fate end,
                attempts = case when version = :version then 0 else attempts end,
                next_attempt_at = case when version = :version then null else next_attempt_at end,
                code = case when version = :version then null else code end,
                reason = case when version = :version then null else reason end
            where id = :id
            """)
    void accept(UUID id, long version, int units, boolean cancelled, @Nullable String salesforceId, Instant at);

    /** Refused for now. The queue sends it again automatically. */
    @Query("""
            update usage_entry set
                attempts = :attempts, next_attempt_at = :nextAttemptAt, code = :code, reason = :reason
            where id = :id
            """)
    void retrying(UUID id, int attempts, Instant nextAttemptAt, @Nullable String code, @Nullable String reason);

    /** Refused for good: leaves the queue, keeps its content and the reason, and waits for a person. */
    @Query("""
            update usage_entry set
                fate = 'PARKED', attempts = :attempts, next_attempt_at = null, code = :code, reason = :reason
            where id = :id
            """)
    void park(UUID id, int attempts, @Nullable String code, @Nullable String reason);

    /** What Salesforce said to these cannot be judged yet: they go again at the given time. */
    @Query("update ledger_entry set offer_due_at = :at where id in (:ids) and open")
    void askAgain(List<UUID> ids, Instant at);

    /** The entries that waited for this one's cancellation may go now. */
    @Query("""
            update ledger_entry set offer_due_at = :at
            where replaces = :id and open
            """)
    int wakeReplacementsOf(UUID id, Instant at);
}
