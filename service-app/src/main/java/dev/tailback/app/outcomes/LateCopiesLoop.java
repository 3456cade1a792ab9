package dev.tailback.app.outcomes;

import dev.tailback.app.arrivals.LateArrivalSettings;
import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Looks for late copies as long as the service app runs. */
@Singleton
@Requires(property = "late-copies.running", notEquals = "false")
class LateCopiesLoop {

    private final LateCopies lateCopies;
    private final LateArrivalSettings settings;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    LateCopiesLoop(LateCopies lateCopies, LateArrivalSettings settings, Loops loops) {
        this.lateCopies = lateCopies;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "late-copies",
                () -> {
                    lateCopies.round();
                    end.await(settings.every());
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
