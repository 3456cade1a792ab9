package dev.tailback.app.operator.operations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** Call it in the transaction of the action itself: both are saved, or neither. */
    public void record(String who, OperatorAction what, @Nullable String reason, long entries, Scope scope) {
        rows.append(
                clock.instant(),
                who,
                what,
                reason,
                entries,
                scope.code().orElse(null),
                scope.contractId().orElse(null),
                scope.entryId().orElse(null));
        LOG.info("{} by {}: {} entries{}", what, who, entries, reason == null ? "" : " (" + reason + ")");
    }

    /** The last pause or resumption, whichever came later. */
    public Optional<Operation> lastPauseOrResumption() {
        return rows.lastPauseOrResumption();
    }

    /** The newest first. */
    List<Operation> page(int limit, int offset) {
        return rows.page(limit, offset);
    }

    /** The SQL. */
    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Operation, Long> {

        @Query("""
                insert into operator_action (at, who, what, reason, entries, code, contract_id, entry_id)
                values (:at, :who, :what, :reason, :entries, :code, :contractId, :entryId)
                """)
        void append(
                Instant at,
                String who,
                OperatorAction what,
                @Nullable String reason,
                long entries,
                @Nullable String code,
                @Nullable String contractId,
                @Nullable UUID entryId);

        @Query("select * from operator_action where what in ('PAUSED', 'RESUMED') order by id desc limit 1")
        Optional<Operation> lastPauseOrResumption();

        @Query("select * from operator_action order by id desc limit :limit offset :offset")
        List<Operation> page(int limit, int offset);
    }
}
