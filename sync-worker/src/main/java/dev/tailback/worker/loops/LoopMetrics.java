package dev.tailback.worker.loops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many threads of the worker hang or have died. */
@Singleton
final class LoopMetrics implements MeterBinder {
    private final SignsOfLife signs;

    LoopMetrics(SignsOfLife signs) {
        this.signs = signs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tailback.worker.stuck", signs, found -> found.stuck().size())
                .description("Threads of the worker that have not turned for longer than they may")
                .register(registry);
    }
}
