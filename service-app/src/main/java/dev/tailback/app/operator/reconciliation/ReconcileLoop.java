package dev.tailback.app.operator.reconciliation;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks every few seconds whether a comparison is due; it is one small update. */
@Singleton
@Requires(property = "reconciliation.running", notEquals = "false")
class ReconcileLoop {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ScheduledReconciliation scheduled;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    ReconcileLoop(ScheduledReconciliation scheduled, Loops loops) {
        this.scheduled = scheduled;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "reconciliation",
                () -> {
                    scheduled.round();
                    end.await(PAUSE);
                },
                end::now);
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
