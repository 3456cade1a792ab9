package dev.tailback.app.outcomes;

import dev.tailback.web.loops.LoopWork;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Applies outcomes as long as the service app runs. */
@Singleton
@Requires(property = "outcomes.running", notEquals = "false")
class OutcomeLoop implements LoopWork {

    private final OutcomeConsumer consumer;
    private final OutcomeSettings settings;

    OutcomeLoop(OutcomeConsumer consumer, OutcomeSettings settings) {
        this.consumer = consumer;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public void round() throws InterruptedException {
        consumer.round(settings.patience());
    }

    @Override
    public void wake() {}
}
