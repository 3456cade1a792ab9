package dev.tailback.app.held;

import dev.tailback.app.arrivals.LateArrivalSettings;
import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Searches for late arrivals as long as the service app runs. */
@Singleton
@Requires(property = "late-copies.running", notEquals = "false")
class LateArrivalsLoop implements LoopWork {

    private final FindLateArrivals arrivals;
    private final LateArrivalSettings settings;
    private final WakeUp end = new WakeUp();

    LateArrivalsLoop(FindLateArrivals arrivals, LateArrivalSettings settings) {
        this.arrivals = arrivals;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "late-arrivals";
    }

    @Override
    public void round() throws InterruptedException {
        arrivals.round();
        end.await(settings.every());
    }

    @Override
    public void wake() {
        end.now();
    }
}
