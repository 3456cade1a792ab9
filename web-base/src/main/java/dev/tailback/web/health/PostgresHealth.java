package dev.tailback.web.health;

import dev.tailback.web.postgres.BadConnections;
import dev.tailback.web.postgres.NotNow;
import dev.tailback.web.postgres.ProbeConnection;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/**
 * PostgreSQL holds the truth: while it takes no writes nothing can be saved, so the program is not ready. A disk that
 * is full, and a table that is held, are shown for a minute after the last refusal: another process would fare no
 * better.
 */
@Readiness
@Singleton
class PostgresHealth implements HealthIndicator {

    private static final String NAME = "postgresql";
    private static final Duration SHOWN = Duration.ofMinutes(1);

    private final ProbeConnection probe;
    private final BadConnections bad;
    private final Clock clock;
    private final ExecutorService blocking;

    PostgresHealth(
            ProbeConnection probe,
            BadConnections bad,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.probe = probe;
        this.bad = bad;
        this.clock = clock;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(blocking, this::ask);
    }

    private HealthResult ask() {
        return probe.refusal()
                .map(reason -> result(HealthStatus.DOWN, reason.sentence(), Optional.empty()))
                .orElseGet(this::answering);
    }

    private HealthResult answering() {
        Optional<BadConnections.Refusal> recent =
                bad.last().filter(refusal -> refusal.at().plus(SHOWN).isAfter(clock.instant()));
        boolean stays = recent.filter(
                        refusal -> refusal.reason() != NotNow.AWAY && refusal.reason() != NotNow.READ_ONLY)
                .isPresent();
        return result(stays ? Degraded.STATUS : HealthStatus.UP, "answers to a connection", recent);
    }

    private static HealthResult result(HealthStatus status, String what, Optional<BadConnections.Refusal> lastRefusal) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("postgresql", what);
        lastRefusal.ifPresent(refusal -> {
            details.put("lastRefusal", refusal.reason().sentence());
            details.put("lastRefusalAt", refusal.at().toString());
        });
        return HealthResult.builder(NAME, status).details(details).build();
    }
}
