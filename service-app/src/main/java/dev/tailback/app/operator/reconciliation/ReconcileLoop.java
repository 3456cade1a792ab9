package dev.tailback.app.operator.reconciliation;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks every few seconds whether a comparison is due; it is one small update. */
@Singleton
@Requires(property = "reconciliation.running", notEquals = "false")
class ReconcileLoop implements LoopWork {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ScheduledReconciliation scheduled;
    private final WakeUp end = new WakeUp();

    ReconcileLoop(ScheduledReconciliation scheduled) {
        this.scheduled = scheduled;
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public void round() throws InterruptedException {
        scheduled.round();
        end.await(PAUSE);
    }

    @Override
    public void wake() {
        end.now();
    }
}
