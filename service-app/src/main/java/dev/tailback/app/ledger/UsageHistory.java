package dev.tailback.app.ledger;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.Settlement;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The append-only history of entries: who, when, what, the reason, and every answer of Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface UsageHistory extends GenericRepository<UsageHistory.Line, Long> {

    /** Whether this delivery of an outcome was applied before. The caller holds the entry's lock. */
    @Query("""
            select exists (select 1 from usage_history where entry_id = :entryId and outcome_id = :outcomeId)
            """)
    boolean knows(UUID entryId, String outcomeId);

    /**
     * An action of a person, or of the service app itself; version and content are those after the action. It keeps
     * what the newest version says of its ad, which the next version overwrites at the entry.
     */
    @Query("""
            insert into usage_history (
                entry_id, at, who, what, reason, version, units, cancelled,
                ad_title, ad_service_date, ad_customer_reference)
            select e.id, :at, :who, :what, :reason, :version, :units, :cancelled,
                said.ad_title, said.ad_service_date, said.ad_customer_reference
            from usage_entry e
            left join usage_entry said on said.id = e.id and said.highest_version = :version
            where e.id = :entryId
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
                salesforce_id, consumed_change, outcome_id, settled_at,
                worker, sent_at, milliseconds, http_status, made_there, answer)
            values (
                :entryId, :at, :who, :what, :reason, :version, :units, :cancelled, :attempts, :nextAttemptAt, :code,
                :message, :salesforceId, :consumedChange, :outcomeId, :settledAt,
                :worker, :sentAt, :milliseconds, :httpStatus, :madeThere, :answer)
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

    /**
     * What its versions said of the ad, one each. A version that was replaced before this was kept is not among them.
     */
    @Query("""
            select distinct on (version) version, ad_title, ad_service_date, ad_customer_reference
            from (
                select version, ad_title, ad_service_date, ad_customer_reference
                from usage_history where entry_id = :entryId and ad_title is not null
                union all
                select highest_version, ad_title, ad_service_date, ad_customer_reference
                from usage_entry where id = :entryId) said
            order by version
            """)
    List<Said> saidOf(UUID entryId);

    /**
     * What one version of an entry said of its ad.
     *
     * @param adTitle null for a version that was made before versions said anything of it
     */
    @Introspected
    record Said(
            long version,
            @Nullable String adTitle,
            @Nullable LocalDate adServiceDate,
            @Nullable String adCustomerReference) {}

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
     * @param worker that sent it; null, as what follows, if it was not sent, or by a worker that does not tell
     * @param sentAt when, by the worker's clock
     * @param milliseconds until the answer was there, or was given up
     * @param httpStatus null if no answer came
     * @param madeThere whether Salesforce made a new record of it
     * @param answer what Salesforce said of it in refusing it, as JSON
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
            @Nullable Instant settledAt,
            @Nullable String worker,
            @Nullable Instant sentAt,
            @Nullable Long milliseconds,
            @Nullable Integer httpStatus,
            @Nullable Boolean madeThere,
            @Nullable String answer) {

        /**
         * An answer of Salesforce to one version.
         *
         * @param consumedChange null when the answer changed nothing there
         */
        public static Line of(
                Outcome outcome, Instant at, long version, Content content, @Nullable Integer consumedChange) {
            Optional<Settlement.Attempt> attempt = outcome.attempt();
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
                    outcome.at(),
                    attempt.map(Settlement.Attempt::worker).orElse(null),
                    attempt.map(Settlement.Attempt::sentAt).orElse(null),
                    attempt.map(sent -> sent.took().toMillis()).orElse(null),
                    attempt.map(Settlement.Attempt::status)
                            .filter(OptionalInt::isPresent)
                            .map(OptionalInt::getAsInt)
                            .orElse(null),
                    attempt.map(Settlement.Attempt::created).orElse(null),
                    attempt.flatMap(Settlement.Attempt::answer).orElse(null));
        }
    }
}
