package dev.tailback.app.ledger;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.Settlement;
import dev.tailback.web.postgres.Columns;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The append-only history of entries: who, when, what, the reason, and every answer of Salesforce. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class UsageHistory implements GenericRepository<UsageHistory.Line, Long> {

    private static final String KNOWN = """
            select h.entry_id
            from unnest(?, ?) as told(entry_id, outcome_id)
            join usage_history h on h.entry_id = told.entry_id and h.outcome_id = told.outcome_id
            """;

    private static final String APPEND = """
            insert into usage_history (
                entry_id, at, who, what, reason, version, units, cancelled, attempts, next_attempt_at, code, message,
                salesforce_id, consumed_change, outcome_id, settled_at, worker, sent_at, milliseconds, http_status, made_there,
                answer)
            select entry_id, at, who, what, reason, version, units, cancelled, attempts, next_attempt_at, code, message,
                salesforce_id, consumed_change, outcome_id, settled_at, worker, sent_at, milliseconds, http_status, made_there,
                answer
            from unnest(
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as line(
                entry_id, at, who, what, reason, version, units, cancelled, attempts, next_attempt_at, code, message,
                salesforce_id, consumed_change, outcome_id, settled_at, worker, sent_at, milliseconds, http_status, made_there,
                answer, number)
            order by number
            """;

    private final JdbcOperations jdbc;

    UsageHistory(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The entries of which this delivery was applied before. The caller holds their locks.
     *
     * @param outcomes each entry once
     */
    public Set<UUID> knownOf(List<Outcome> outcomes) {
        return jdbc.prepareStatement(KNOWN, statement -> {
            statement.setArray(1, Columns.of(statement, "uuid", outcomes, Outcome::entryId));
            statement.setArray(2, Columns.of(statement, "text", outcomes, Outcome::streamId));
            Set<UUID> known = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject("entry_id", UUID.class));
                }
            }
            return known;
        });
    }

    /** In this order. */
    public void append(List<Line> lines) {
        if (!lines.isEmpty()) {
            jdbc.prepareStatement(APPEND, statement -> {
                statement.setArray(1, Columns.of(statement, "uuid", lines, Line::entryId));
                statement.setArray(2, Columns.times(statement, lines, Line::at));
                statement.setArray(3, Columns.of(statement, "text", lines, Line::who));
                statement.setArray(
                        4,
                        Columns.of(statement, "text", lines, line -> line.what().name()));
                statement.setArray(5, Columns.of(statement, "text", lines, Line::reason));
                statement.setArray(6, Columns.of(statement, "bigint", lines, Line::version));
                statement.setArray(7, Columns.of(statement, "integer", lines, Line::units));
                statement.setArray(8, Columns.of(statement, "boolean", lines, Line::cancelled));
                statement.setArray(9, Columns.of(statement, "integer", lines, Line::attempts));
                statement.setArray(10, Columns.times(statement, lines, Line::nextAttemptAt));
                statement.setArray(11, Columns.of(statement, "text", lines, Line::code));
                statement.setArray(12, Columns.of(statement, "text", lines, Line::message));
                statement.setArray(13, Columns.of(statement, "text", lines, Line::salesforceId));
                statement.setArray(14, Columns.of(statement, "integer", lines, Line::consumedChange));
                statement.setArray(15, Columns.of(statement, "text", lines, Line::outcomeId));
                statement.setArray(16, Columns.times(statement, lines, Line::settledAt));
                statement.setArray(17, Columns.of(statement, "text", lines, Line::worker));
                statement.setArray(18, Columns.times(statement, lines, Line::sentAt));
                statement.setArray(19, Columns.of(statement, "bigint", lines, Line::milliseconds));
                statement.setArray(20, Columns.of(statement, "smallint", lines, Line::httpStatus));
                statement.setArray(21, Columns.of(statement, "boolean", lines, Line::madeThere));
                statement.setArray(22, Columns.of(statement, "text", lines, Line::answer));
                return statement.executeUpdate();
            });
        }
    }

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
    public abstract void appendAction(
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
    public abstract void appendFound(
            UUID entryId,
            Instant at,
            long version,
            int units,
            boolean cancelled,
            @Nullable String salesforceId,
            int consumedChange);

    @Query("select * from usage_history where entry_id = :entryId order by id")
    public abstract List<Line> ofEntry(UUID entryId);

    /** What a version said; a version's content never changes, so any line of it tells. */
    @Query("""
            select units, cancelled from usage_history
            where entry_id = :entryId and version = :version order by id limit 1
            """)
    public abstract Optional<Content> contentOf(UUID entryId, long version);

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
    public abstract List<Said> saidOf(UUID entryId);

    /**
     * What one version of an entry said of its ad.
     *
     * @param adTitle null for a version that was made before versions said anything of it
     */
    @Introspected
    public record Said(
            long version,
            @Nullable String adTitle,
            @Nullable LocalDate adServiceDate,
            @Nullable String adCustomerReference) {}

    /** The content of one version of an entry. */
    @Introspected
    public record Content(int units, boolean cancelled) {

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
    public record Line(
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
                    outcome.acceptedId().orElse(null),
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
