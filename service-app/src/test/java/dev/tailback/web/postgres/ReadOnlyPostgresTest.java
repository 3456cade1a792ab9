package dev.tailback.web.postgres;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OwnPostgres;
import dev.tailback.program.CannotStart;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As after a switch-over: PostgreSQL answers, and takes no writes. */
class ReadOnlyPostgresTest {

    private final OwnPostgres postgres = new OwnPostgres();

    @AfterEach
    void stop() {
        postgres.close();
    }

    // It answered 500 and was ready, and went on answering 500 for a minute after PostgreSQL took writes again.
    @Test
    void while_postgres_takes_no_writes_it_is_not_ready_and_saves_nothing_and_recovers_automatically() {
        try (EmbeddedServer app = postgres.app(Map.of())) {
            assertEquals(201, OwnPostgres.placeAd(app, "before").statusCode());
            readOnly("on");
            // Each session hears of it by itself, some a moment later.
            await().untilAsserted(() ->
                    assertEquals(503, OwnPostgres.placeAd(app, "until all know").statusCode()));
            HttpResponse<String> refused = OwnPostgres.placeAd(app, "meanwhile");
            assertEquals(503, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("\"database_read_only\""), refused.body());
            await().untilAsserted(() -> assertEquals(503, readiness(app)));
            assertEquals(200, Caller.anonymous(app).get("/health/liveness").statusCode());
            readOnly("off");
            await().untilAsserted(() -> assertEquals(200, readiness(app)));
            await().untilAsserted(() ->
                    assertEquals(201, OwnPostgres.placeAd(app, "after").statusCode()));
            assertEquals(0, postgres.ads("meanwhile"));
        }
    }

    @Test
    void a_primary_that_became_a_standby_is_left_until_it_is_promoted() throws IOException {
        try (EmbeddedServer app = postgres.app(Map.of())) {
            assertEquals(201, OwnPostgres.placeAd(app, "before").statusCode());
            postgres.server().stop();
            Files.createFile(postgres.server().directory().resolve("data").resolve("standby.signal"));
            postgres.server().start();
            await().untilAsserted(() -> {
                HttpResponse<String> refused = OwnPostgres.placeAd(app, "meanwhile");
                assertEquals(503, refused.statusCode(), refused.body());
                assertTrue(refused.body().contains("\"database_read_only\""), refused.body());
            });
            assertEquals(503, readiness(app));
            postgres.execute("select 1 from pg_promote()");
            await().untilAsserted(() ->
                    assertEquals(201, OwnPostgres.placeAd(app, "after").statusCode()));
            assertEquals(200, readiness(app));
        }
    }

    @Test
    void a_start_on_a_postgres_that_takes_no_writes_is_refused_in_a_sentence() {
        readOnly("on");
        CannotStart reason = assertThrows(CannotStart.class, () -> postgres.app(Map.of("TAILBACK_DATABASE_WAIT", "1")));
        assertTrue(reason.getMessage().contains("takes no writes"), reason.getMessage());
    }

    private void readOnly(String onOrOff) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("alter system set default_transaction_read_only = " + onOrOff);
            statement.execute("select pg_reload_conf()");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int readiness(EmbeddedServer app) {
        return Caller.anonymous(app).get("/health/readiness").statusCode();
    }
}
