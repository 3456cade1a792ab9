package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.web.loops.Loop;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes down how a run begins, lives and ends, and who ordered it. */
@Singleton
class RunBook {

    /** Longer than any call to Salesforce or page of the ledger takes. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** Long enough for what was sent again to arrive. */
    private static final Duration AFTER_REPAIR = Duration.ofMinutes(5);

    private final ReconciliationRuns runs;
    private final DifferencesAsJson json;
    private final Operations operations;
    private final Ledger ledger;
    private final Clock clock;

    RunBook(ReconciliationRuns runs, DifferencesAsJson json, Operations operations, Ledger ledger, Clock clock) {
        this.runs = runs;
        this.json = json;
        this.operations = operations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Empty when another one runs. */
    Optional<Long> begin(ReconcileOrder order) {
        Instant now = clock.instant();
        runs.endSilent(now, now.minus(SILENCE));
        return Optional.ofNullable(
                runs.begin(order.contractId().orElse(null), order.repair(), order.who(), order.reason(), now));
    }

    /** @throws IllegalStateException when the run was given up by others, because it was silent for too long */
    void seen(long id) {
        Loop.signOfLife();
        if (runs.seen(id, clock.instant()) == 0) {
            throw new IllegalStateException("Reconciliation " + id + " was silent for too long and has been given up");
        }
    }

    void end(long id, ReconcileOrder order, Tally tally) {
        write(id, order, tally, null, null);
    }

    void fail(long id, ReconcileOrder order, Tally tally, String code, String message) {
        write(id, order, tally, code, message);
    }

    private void write(long id, ReconcileOrder order, Tally tally, @Nullable String code, @Nullable String message) {
        ledger.write(() -> {
            if (order.ofAPerson()) {
                operations.record(
                        order.who(),
                        order.repair() ? OperatorAction.REPAIRED : OperatorAction.RECONCILED,
                        order.reason(),
                        tally.mended(),
                        Scope.ofContract(order.contractId()));
            }
            if (tally.repaired() > 0) {
                // The figures for monitoring are those of the last whole comparison: they follow soon.
                runs.nextTurnBy(clock.instant().plus(AFTER_REPAIR));
            }
            return runs.end(
                    id,
                    clock.instant(),
                    code,
                    message,
                    tally.entries(),
                    tally.held(),
                    tally.count(DifferenceKind.MISSING),
                    tally.count(DifferenceKind.FOREIGN),
                    tally.count(DifferenceKind.TAMPERED),
                    tally.count(DifferenceKind.STALE),
                    tally.count(DifferenceKind.NEWER),
                    tally.repaired(),
                    json.write(tally.named()));
        });
    }
}
