package dev.tailback.reconciliation;

import dev.tailback.loops.Loop;
import dev.tailback.loops.WakeUp;
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

    private final ReconcileByItself byItself;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    ReconcileLoop(ReconcileByItself byItself) {
        this.byItself = byItself;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = Loop.start(
                "reconciliation",
                () -> {
                    byItself.round();
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
