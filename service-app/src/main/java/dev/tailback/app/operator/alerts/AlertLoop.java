package dev.tailback.app.operator.alerts;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks again and again whether something began or ended to be wrong. */
@Singleton
@Requires(property = "tailback.alerts.running", notEquals = "false")
class AlertLoop implements LoopWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LookForAlerts looking;
    private final WakeUp end = new WakeUp();

    AlertLoop(LookForAlerts looking) {
        this.looking = looking;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public void round() throws InterruptedException {
        looking.round();
        end.await(PAUSE);
    }

    @Override
    public void wake() {
        end.now();
    }
}
