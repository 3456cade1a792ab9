package dev.tailback.outcomes;

import dev.tailback.loops.Loop;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Brings outcomes home as long as the service app runs. */
@Singleton
@Requires(property = "outcomes.running", notEquals = "false")
class OutcomeLoop {

    private final OutcomeRoad road;
    private final OutcomeSettings settings;
    private Loop loop;

    OutcomeLoop(OutcomeRoad road, OutcomeSettings settings) {
        this.road = road;
        this.settings = settings;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = Loop.start("outcomes", () -> road.round(settings.patience()), () -> {});
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
