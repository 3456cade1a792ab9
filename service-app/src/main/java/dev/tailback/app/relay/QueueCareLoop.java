package dev.tailback.app.relay;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Looks after the queue at start, and again and again. */
@Singleton
@Requires(property = "relay.running", notEquals = "false")
class QueueCareLoop {

    private final QueueCare care;
    private final RelaySettings settings;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    QueueCareLoop(QueueCare care, RelaySettings settings, Loops loops) {
        this.care = care;
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "queue-care",
                () -> {
                    care.round();
                    end.await(settings.mendEvery());
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
