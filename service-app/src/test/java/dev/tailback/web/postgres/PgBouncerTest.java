package dev.tailback.web.postgres;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tailback.app.testing.OwnPostgres;
import dev.tailback.app.testing.PgBouncer;
import dev.tailback.program.CannotStart;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a real PgBouncer: it works, or does not start and says why. */
class PgBouncerTest {

    @TempDir
    Path directory;

    private final OwnPostgres postgres = new OwnPostgres();

    @BeforeAll
    static void one_is_installed() {
        assumeTrue(
                PgBouncer.program().isPresent(),
                "There is no PgBouncer on this machine, so this is not tried: apt-get install pgbouncer");
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void with_sessions_of_its_own_it_works_and_has_its_time_limits() throws SQLException {
        try (PgBouncer bouncer = PgBouncer.start(directory, postgres.server(), "session");
                EmbeddedServer app = postgres.app(Map.of("DATASOURCES_DEFAULT_URL", bouncer.url()))) {
            assertEquals(201, OwnPostgres.placeAd(app, "bounced").statusCode());
            try (Connection connection = OwnPostgres.pool(app).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show lock_timeout")) {
                row.next();
                assertEquals("4s", row.getString(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void with_borrowed_sessions_it_does_not_start_and_says_what_to_set(String mode) {
        try (PgBouncer bouncer = PgBouncer.start(directory, postgres.server(), mode)) {
            CannotStart reason = assertThrows(
                    CannotStart.class, () -> postgres.app(Map.of("DATASOURCES_DEFAULT_URL", bouncer.url())));
            assertEquals(2, reason.exitCode());
            assertTrue(reason.getMessage().contains("pool_mode = session"), reason.getMessage());
        }
    }

    @Test
    void a_pgbouncer_that_loses_its_postgres_is_an_outage_and_heals() {
        try (PgBouncer bouncer = PgBouncer.start(directory, postgres.server(), "session");
                EmbeddedServer app = postgres.app(Map.of("DATASOURCES_DEFAULT_URL", bouncer.url()))) {
            postgres.server().kill();
            assertEquals(503, OwnPostgres.placeAd(app, "lost").statusCode());
            postgres.server().start();
            await().atMost(java.time.Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertEquals(201, OwnPostgres.placeAd(app, "again").statusCode()));
        }
    }
}
