package dev.tailback.app.operator.samples;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes a sample every minute. */
@Singleton
@Requires(property = "operator-metrics.running", notEquals = "false")
class SampleLoop implements LoopWork {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final TakeSample sampling;
    private final WakeUp end = new WakeUp();

    SampleLoop(TakeSample sampling) {
        this.sampling = sampling;
    }

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public void round() throws InterruptedException {
        sampling.round();
        end.await(PAUSE);
    }

    @Override
    public void wake() {
        end.now();
    }
}
