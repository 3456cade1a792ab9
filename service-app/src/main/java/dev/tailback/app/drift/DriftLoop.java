package dev.tailback.app.drift;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks at the org when it is due and this service app's turn. */
@Singleton
@Requires(property = "drift.running", notEquals = "false")
class DriftLoop implements LoopWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WatchSchema watching;
    private final WakeUp end = new WakeUp();

    DriftLoop(WatchSchema watching) {
        this.watching = watching;
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public void round() throws InterruptedException {
        watching.round();
        end.await(PAUSE);
    }

    @Override
    public void wake() {
        end.now();
    }
}
