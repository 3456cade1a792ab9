package dev.tailback.app.ledger;

import dev.tailback.queue.Outcome;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only history of entries: who, when, what, the reason, and every answer of Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface UsageHistory extends GenericRepository<UsageHistory.Line, Long> {

    /** Whether this delivery of an outcome was applied before. The caller holds the entry's lock. */
    @Query("""
            select exists (select 1 from usage_history where entry_id = :entryId and outcome_id = :outcomeId)
            """)
    boolean knows(UUID entryId, String outcomeId);

    /** An action of a person, or of the service app itself; version and content are those after the action. */
    @Query("""
            insert into usage_history (entry_id, at, who, what, reason, version, units, cancelled)
            values (:entryId, :at, :who, :what, :reason, :version, :units, :cancelled)
            """)
    void appendAction(
            UUID entryId,
            Instant at,
            String who,
            EntryAction what,
            @Nullable String reason,
            long version,
            int units,
            boolean cancelled);

    /** An acceptance that no answer told, found by looking at Salesforce. */
    @Query("""
            insert into usage_history (
                entry_id, at, who, what, reason, version, units, cancelled, salesforce_id, consumed_change)
            values (
                :entryId, :at, 'salesforce', 'ACCEPTED', 'Found in Salesforce; the answer to it never came.',
                :version, :units, :cancelled, :salesforceId, :consumedChange)
            """)
    void appendFound(
            UUID entryId,
            Instant at,
            long version,
            int units,
            boolean cancelled,
            @Nullable String salesforceId,
            int consumedChange);

    @Query("""
            insert into usage_history (
                entry_id, at, who, what, reason, version, units, cancelled, attempts, next_attempt_at, code, message,
                salesforce_id, consumed_change, outcome_id, settled_at)
            values (
                :entryId, :at, :who, :what, :reason, :version, :units, :cancelled, :attempts, :nextAttemptAt, :code,
                :message, :salesforceId, :consumedChange, :outcomeId, :settledAt)
            """)
    void append(Line line);

    @Query("select * from usage_history where entry_id = :entryId order by id")
    List<Line> ofEntry(UUID entryId);

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

    /**
     * One line of the history.
     *
     * @param id order in the history, given by the database
     * @param at by our clock
     * @param who the account, or {@code salesforce} for its answers
     * @param reason as the account gave it, or the reason of the service app
     * @param message the text of Salesforce beside its {@code code}
     * @param version the version the line is about; {@code units} and {@code cancelled} are that version's content
     * @param consumedChange by how many units an acceptance changed what Salesforce counts as consumed
     * @param outcomeId the delivery that told it; the same one is never applied twice
     * @param settledAt when the worker settled it, by Redis' clock
     */
    @MappedEntity("usage_history")
    record Line(
            @Id long id,
            UUID entryId,
            Instant at,
            String who,
            EntryAction what,
            @Nullable String reason,
            long version,
            int units,
            boolean cancelled,
            @Nullable Integer attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String code,
            @Nullable String message,
            @Nullable String salesforceId,
            @Nullable Integer consumedChange,
            @Nullable String outcomeId,
            @Nullable Instant settledAt) {

        /**
         * An answer of Salesforce to one version.
         *
         * @param consumedChange null when the answer changed nothing there
         */
        public static Line of(
                Outcome outcome, Instant at, long version, Content content, @Nullable Integer consumedChange) {
            return new Line(
                    0,
                    outcome.entryId(),
                    at,
                    "salesforce",
                    EntryAction.of(outcome.kind()),
                    null,
                    version,
                    content.units(),
                    content.cancelled(),
                    outcome.attempts(),
                    outcome.nextAttemptAt().orElse(null),
                    outcome.code().orElse(null),
                    outcome.reason().orElse(null),
                    outcome.salesforceId().orElse(null),
                    consumedChange,
                    outcome.streamId(),
                    outcome.at());
        }
    }
}
