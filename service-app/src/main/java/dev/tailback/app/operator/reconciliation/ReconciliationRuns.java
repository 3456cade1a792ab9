package dev.tailback.app.operator.reconciliation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** One run at a time, whatever service app runs it: the index on running ones sees to it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReconciliationRuns extends GenericRepository<ReconciliationRuns.Run, Long> {

    /** Null when another run has not ended. */
    @Query("""
            insert into reconciliation (contract_id, repair, who, reason, begun_at, seen_at, entries, held,
                missing, foreign_usage, tampered, stale, newer, repaired, found)
            values (:contractId, :repair, :who, :reason, :at, :at, 0, 0, 0, 0, 0, 0, 0, 0, '[]')
            on conflict do nothing returning id
            """)
    @Nullable
    Long begin(@Nullable String contractId, boolean repair, String who, @Nullable String reason, Instant at);

    /** Not ours any more when nothing was changed. */
    @Query("update reconciliation set seen_at = :at where id = :id and ended_at is null")
    int seen(long id, Instant at);

    @Query("""
            update reconciliation set ended_at = :at, seen_at = :at, code = :code, message = :message,
                entries = :entries, held = :held,
                missing = :missing, foreign_usage = :foreignUsage, tampered = :tampered, stale = :stale, newer = :newer,
                repaired = :repaired, found = cast(:found as jsonb)
            where id = :id and ended_at is null
            """)
    int end(
            long id,
            Instant at,
            @Nullable String code,
            @Nullable String message,
            long entries,
            long held,
            long missing,
            long foreignUsage,
            long tampered,
            long stale,
            long newer,
            long repaired,
            String found);

    /** Ends a run whose process died, so that another may begin. */
    @Query("""
            update reconciliation set ended_at = :at, code = 'ABANDONED',
                message = 'The service app that ran it gave no sign of life.'
            where ended_at is null and seen_at < :silentSince
            """)
    int endSilent(Instant at, Instant silentSince);

    @Query("delete from reconciliation where begun_at < :before and ended_at is not null")
    int forget(Instant before);

    /** The process that advances {@code due_at} runs the comparison. */
    @Query("update reconciliation_turn set due_at = :next where due_at <= :now")
    int takeTurn(Instant now, Instant next);

    @Query("update reconciliation_turn set due_at = :at")
    int nextTurn(Instant at);

    /** Unless it is due before that. */
    @Query("update reconciliation_turn set due_at = least(due_at, :at)")
    int nextTurnBy(Instant at);

    /** Only names the table. */
    @Introspected
    @MappedEntity("reconciliation")
    record Run(@Id long id) {}
}
