package dev.tailback.app.relay;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Looks after the queue at start, and again and again. */
@Singleton
@Requires(property = "relay.running", notEquals = "false")
class QueueCareLoop implements LoopWork {

    private final QueueCare care;
    private final RelaySettings settings;
    private final WakeUp end = new WakeUp();

    QueueCareLoop(QueueCare care, RelaySettings settings) {
        this.care = care;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "queue-care";
    }

    @Override
    public void round() throws InterruptedException {
        care.round();
        end.await(settings.mendEvery());
    }

    @Override
    public void wake() {
        end.now();
    }
}
