package dev.tailback.app.operator.alerts;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Delivers in a thread of its own, so that a slow receiver holds nothing else up. */
@Singleton
@Requires(property = "tailback.alerts.running", notEquals = "false")
class DeliveryLoop implements LoopWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DeliverAlerts delivery;
    private final WakeUp end = new WakeUp();

    DeliveryLoop(DeliverAlerts delivery) {
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "alert-delivery";
    }

    @Override
    public void round() throws InterruptedException {
        delivery.round();
        end.await(PAUSE);
    }

    @Override
    public void wake() {
        end.now();
    }
}
