package dev.tailback.app.health;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.web.health.Degraded;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** The queue in Redis. Without it everything is saved all the same, and sent when it is back. */
@Readiness
@Singleton
class QueueHealth implements HealthIndicator {

    private static final String NAME = "redis";

    private final EntryQueue queue;
    private final ExecutorService blocking;

    QueueHealth(EntryQueue queue, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.queue = queue;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(blocking, this::ask);
    }

    private static Map<String, Object> details(QueueStatus status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("open", status.open());
        details.put("paused", status.paused().isPresent());
        details.put("unavailableShards", status.unavailable().size());
        status.refusal().ifPresent(reason -> details.put("reason", reason));
        if (!status.warnings().isEmpty()) {
            details.put("warnings", status.warnings());
        }
        return details;
    }

    private HealthResult ask() {
        try {
            QueueStatus status = queue.operations().status();
            boolean sound = status.unavailable().isEmpty()
                    && status.refusal().isEmpty()
                    && status.warnings().isEmpty();
            return HealthResult.builder(NAME, sound ? HealthStatus.UP : Degraded.STATUS)
                    .details(details(status))
                    .build();
        } catch (QueueUnavailable away) {
            return HealthResult.builder(NAME, Degraded.STATUS)
                    .details(Map.of("reason", away.getMessage()))
                    .build();
        }
    }
}
