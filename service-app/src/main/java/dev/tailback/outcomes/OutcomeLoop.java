package dev.tailback.outcomes;

import dev.tailback.loops.Loop;
import dev.tailback.queue.OutcomeStream;
import dev.tailback.queue.UsageQueue;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Brings outcomes home as long as the service app runs. */
@Singleton
@Requires(property = "outcomes.running", notEquals = "false")
class OutcomeLoop {

    private final UsageQueue queue;
    private final ApplyOutcome apply;
    private final OutcomeSettings settings;
    private OutcomeStream stream;
    private Loop loop;

    OutcomeLoop(UsageQueue queue, ApplyOutcome apply, OutcomeSettings settings) {
        this.queue = queue;
        this.apply = apply;
        this.settings = settings;
    }

    /** The consumer's name is new with every start; what an earlier one had not acknowledged comes to this one. */
    @EventListener
    void start(StartupEvent started) {
        stream = queue.outcomes("service-app-" + UUID.randomUUID());
        OutcomeRoad road = new OutcomeRoad(stream, apply, settings);
        loop = Loop.start("outcomes", road::round);
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
            stream.close();
        }
    }
}
