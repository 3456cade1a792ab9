package dev.tailback.health;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;

/** PostgreSQL holds the truth: without it nothing can be saved, so the program is not ready. */
@Readiness
@Singleton
class PostgresHealth implements HealthIndicator {

    private static final String NAME = "postgresql";
    private static final int SECONDS = 2;

    private final DataSource postgres;
    private final ExecutorService blocking;

    PostgresHealth(
            DataSource postgres, DataSourceResolver pool, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        // What is injected wants a transaction; a probe asks the pool itself.
        this.postgres = pool.resolve(postgres);
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(blocking, this::ask);
    }

    private HealthResult ask() {
        try (Connection connection = postgres.getConnection()) {
            return result(connection.isValid(SECONDS) ? HealthStatus.UP : HealthStatus.DOWN, "answers to a connection");
        } catch (SQLException away) {
            return result(HealthStatus.DOWN, "cannot be reached");
        }
    }

    private static HealthResult result(HealthStatus status, String what) {
        return HealthResult.builder(NAME, status)
                .details(Map.of("postgresql", what))
                .build();
    }
}
