package dev.tailback.app.operator.reconciliation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Compares everything at intervals. The service app that advances {@code due_at} runs the comparison. */
@Singleton
class ScheduledReconciliation {

    private final ReconciliationRuns runs;
    private final RunBook book;
    private final Reconcile reconcile;
    private final ReconciliationSettings settings;
    private final Clock clock;

    ScheduledReconciliation(
            ReconciliationRuns runs, RunBook book, Reconcile reconcile, ReconciliationSettings settings, Clock clock) {
        this.runs = runs;
        this.book = book;
        this.reconcile = reconcile;
        this.settings = settings;
        this.clock = clock;
    }

    /** ReconciliationRuns when it is due. @return whether it was */
    boolean round() {
        Instant now = clock.instant();
        if (runs.takeTurn(now, now.plus(aboutEvery())) == 0) {
            return false;
        }
        runs.forget(now.minus(settings.keep()));
        boolean done = book.begin(ReconcileOrder.scheduled())
                .map(id -> reconcile.run(id, ReconcileOrder.scheduled()))
                .orElse(false);
        if (!done) {
            runs.nextTurn(clock.instant().plus(sooner()));
        }
        return true;
    }

    /** A tenth more or less. */
    private Duration aboutEvery() {
        long millis = settings.every().toMillis();
        return Duration.ofMillis(millis * 9 / 10 + ThreadLocalRandom.current().nextLong(millis / 5 + 1));
    }

    private Duration sooner() {
        return settings.again().compareTo(settings.every()) < 0 ? settings.again() : settings.every();
    }
}
