package dev.tailback.app.outcomes;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Brings outcomes home as long as the service app runs. */
@Singleton
@Requires(property = "outcomes.running", notEquals = "false")
class OutcomeLoop {

    private final OutcomeConsumer consumer;
    private final OutcomeSettings settings;
    private final Loops loops;
    private Loop loop;

    OutcomeLoop(OutcomeConsumer consumer, OutcomeSettings settings, Loops loops) {
        this.consumer = consumer;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start("outcomes", () -> consumer.round(settings.patience()), () -> {});
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
