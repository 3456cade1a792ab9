package dev.tailback.app.held;

import dev.tailback.app.arrivals.LateArrivalSettings;
import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Searches for late arrivals as long as the service app runs. */
@Singleton
@Requires(property = "late-copies.running", notEquals = "false")
class LateArrivalsLoop {

    private final FindLateArrivals arrivals;
    private final LateArrivalSettings settings;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    LateArrivalsLoop(FindLateArrivals arrivals, LateArrivalSettings settings, Loops loops) {
        this.arrivals = arrivals;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "late-arrivals",
                () -> {
                    arrivals.round();
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
