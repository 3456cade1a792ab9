package dev.tailback.health;

import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.UsageQueue;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** The queue in Redis. Without it everything is saved all the same, and sent when it is back. */
@Readiness
@Singleton
class QueueHealth implements HealthIndicator {

    private static final String NAME = "redis";

    private final UsageQueue queue;
    private final ExecutorService blocking;

    QueueHealth(UsageQueue queue, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.queue = queue;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(blocking, this::ask);
    }

    private HealthResult ask() {
        try {
            QueueStatus status = queue.status();
            return HealthResult.builder(NAME, status.unavailable().isEmpty() ? HealthStatus.UP : Degraded.STATUS)
                    .details(Map.of(
                            "open", status.open(),
                            "paused", status.paused().isPresent(),
                            "unavailableShards", status.unavailable().size()))
                    .build();
        } catch (QueueUnavailable away) {
            return HealthResult.builder(NAME, Degraded.STATUS)
                    .details(Map.of("reason", away.getMessage()))
                    .build();
        }
    }
}
