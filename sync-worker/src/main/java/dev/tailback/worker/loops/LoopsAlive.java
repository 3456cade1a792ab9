package dev.tailback.worker.loops;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;

/** Liveness fails when a thread of the worker hangs or has died: only a restart helps then. */
@Liveness
@Singleton
final class LoopsAlive implements HealthIndicator {
    private final SignsOfLife signs;

    LoopsAlive(SignsOfLife signs) {
        this.signs = signs;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Map<String, Duration> stuck = signs.stuck();
        return Publishers.just(HealthResult.builder("loops", stuck.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details(stuck))
                .build());
    }

    private static Map<String, Object> details(Map<String, Duration> stuck) {
        Map<String, Object> details = new TreeMap<>();
        stuck.forEach((name, silent) -> details.put(name, "has not turned for " + silent.toSeconds() + " s"));
        return details;
    }
}
