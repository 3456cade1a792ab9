package dev.tailback.app.mapping;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks every few seconds whether another service app has changed the mapping. */
@Singleton
class MappingLoop implements LoopWork {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private final ActiveMapping mapping;
    private final WakeUp end = new WakeUp();

    MappingLoop(ActiveMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String name() {
        return "mapping";
    }

    @Override
    public void round() throws InterruptedException {
        mapping.read();
        end.await(LOOK_EVERY);
    }

    @Override
    public void wake() {
        end.now();
    }
}
