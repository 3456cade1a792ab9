package dev.tailback.app.operator.operations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The append-only record of what operators did. */
@Singleton
public class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Rows rows;
    private final Clock clock;

    Operations(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Call it in the transaction of the action itself: both are saved, or neither.
     *
     * @return the operation's number
     */
    public long record(String who, OperatorAction what, @Nullable String reason, Scope scope) {
        return record(who, what, reason, List.of(), scope);
    }

    /**
     * The same for an action on entries.
     *
     * @param entries those it changed, at most some thousands: what became of them can be watched
     */
    public long record(
            String who, OperatorAction what, @Nullable String reason, Collection<UUID> entries, Scope scope) {
        long id = rows.append(
                clock.instant(),
                who,
                what,
                reason,
                entries.size(),
                scope.code().orElse(null),
                scope.contractId().orElse(null),
                scope.entryId().orElse(null),
                entries.stream().map(UUID::toString).collect(Collectors.joining(",")),
                scope.narrowed().orElse(null),
                null);
        LOG.info("{} by {}: {} entries{}", what, who, entries.size(), reason == null ? "" : " (" + reason + ")");
        return id;
    }

    /**
     * Of rows that nothing needs any more.
     *
     * @param about which ones, in words
     * @param rows how many are gone
     */
    public long recordDeletion(String who, String reason, String about, long rows) {
        long id = this.rows.append(
                clock.instant(), who, OperatorAction.DELETED, reason, 0, null, null, null, "", about, rows);
        LOG.info("{} by {}: {} rows of {} ({})", OperatorAction.DELETED, who, rows, about, reason);
        return id;
    }

    /** The last pause or resumption, whichever came later. */
    public Optional<Operation> lastPauseOrResumption() {
        return rows.lastPauseOrResumption();
    }

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Operation, Long> {

        @Query("""
                insert into operator_action (
                    at, who, what, reason, entries, code, contract_id, entry_id, entry_ids, narrowed, deleted)
                values (
                    :at, :who, :what, :reason, :entries, :code, :contractId, :entryId,
                    cast(string_to_array(:entryIds, ',') as uuid[]), :narrowed, :deleted)
                returning id
                """)
        long append(
                Instant at,
                String who,
                OperatorAction what,
                @Nullable String reason,
                long entries,
                @Nullable String code,
                @Nullable String contractId,
                @Nullable UUID entryId,
                String entryIds,
                @Nullable String narrowed,
                @Nullable Long deleted);

        @Query("select * from operator_action where what in ('PAUSED', 'RESUMED') order by id desc limit 1")
        Optional<Operation> lastPauseOrResumption();
    }
}
