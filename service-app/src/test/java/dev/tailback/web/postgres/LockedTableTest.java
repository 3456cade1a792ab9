package dev.tailback.web.postgres;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OwnPostgres;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody holds a table for long, as a maintenance that forgot its transaction does. */
class LockedTableTest {

    private static final int CALLERS = 40;

    private final OwnPostgres postgres = new OwnPostgres();
    private final ExecutorService crowd = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() throws InterruptedException {
        crowd.shutdownNow();
        crowd.awaitTermination(1, TimeUnit.MINUTES);
        postgres.close();
    }

    // Callers gave up, and their ads were saved 40 s later; the pool was used up, so that nothing else went on and the
    // app was not ready.
    @Test
    void callers_are_told_in_time_nothing_is_saved_later_and_others_go_on() throws SQLException {
        try (EmbeddedServer app = postgres.app(Map.of("ADS_LOOK_PATIENCE", "5s"));
                Connection holder = postgres.connect();
                Statement statement = holder.createStatement()) {
            assertEquals(201, OwnPostgres.placeAd(app, "before").statusCode());
            holder.setAutoCommit(false);
            statement.execute("lock table ad in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> OwnPostgres.placeAd(app, "held"), crowd))
                    .toList();
            await().until(() -> postgres.execute("select count(*) from pg_locks where not granted") > 0);
            Caller probe = Caller.anonymous(app);
            Caller operator = Caller.as("operator", app);
            while (callers.stream().anyMatch(caller -> !caller.isDone())) {
                assertEquals(200, probe.get("/health/readiness").statusCode());
                HttpResponse<String> other = operator.get("/api/operations");
                assertEquals(200, other.statusCode(), other.body());
            }
            callers.forEach(caller -> {
                HttpResponse<String> answer = caller.join();
                assertEquals(503, answer.statusCode(), answer.body());
                assertTrue(answer.body().contains("\"database_"), answer.body());
            });
            holder.rollback();
            await().untilAsserted(() ->
                    assertEquals(201, OwnPostgres.placeAd(app, "after").statusCode()));
            assertEquals(0, postgres.ads("held"));
        }
    }

    // They were told that PostgreSQL cannot be reached.
    @Test
    void who_finds_every_connection_in_use_is_told_that_there_is_too_much_to_do() throws SQLException {
        try (EmbeddedServer app = postgres.app(Map.of(
                        "DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE", "1",
                        "TAILBACK_DATABASE_LOCK_TIMEOUT", "25s",
                        "TAILBACK_DATABASE_STATEMENT_TIMEOUT", "26s",
                        "TAILBACK_DATABASE_SOCKET_TIMEOUT", "28s"));
                Connection holder = postgres.connect();
                Statement statement = holder.createStatement()) {
            assertEquals(201, OwnPostgres.placeAd(app, "before").statusCode());
            holder.setAutoCommit(false);
            statement.execute("lock table ad in access exclusive mode");
            CompletableFuture<HttpResponse<String>> inUse =
                    CompletableFuture.supplyAsync(() -> OwnPostgres.placeAd(app, "held"), crowd);
            await().until(() -> postgres.execute("select count(*) from pg_locks where not granted") > 0);
            HttpResponse<String> other = Caller.as("operator", app).get("/api/operations");
            assertEquals(503, other.statusCode(), other.body());
            assertTrue(other.body().contains("\"database_busy\""), other.body());
            holder.rollback();
            inUse.join();
        }
    }
}
