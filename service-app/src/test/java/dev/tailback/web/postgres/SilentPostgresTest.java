package dev.tailback.web.postgres;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OwnPostgres;
import dev.tailback.app.testing.SilentWay;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way to PostgreSQL falls silent: nothing arrives, and nothing is reset. */
class SilentPostgresTest {

    private final OwnPostgres postgres = new OwnPostgres();
    private final SilentWay way = SilentWay.to(postgres.server().port());

    @AfterEach
    void stop() {
        way.close();
        postgres.close();
    }

    // The relay stood for 16 minutes and longer, and so did whoever waited for an answer on such a connection.
    @Test
    void who_waits_on_a_silent_way_gets_an_answer_and_what_is_sent_on_a_new_one_is_saved() throws Exception {
        try (EmbeddedServer app = postgres.app(Map.of(
                "DATASOURCES_DEFAULT_URL",
                "jdbc:postgresql://127.0.0.1:" + way.port() + "/postgres",
                "TAILBACK_DATABASE_LOCK_TIMEOUT",
                "2s",
                "TAILBACK_DATABASE_STATEMENT_TIMEOUT",
                "3s",
                "TAILBACK_DATABASE_SOCKET_TIMEOUT",
                "5s"))) {
            assertEquals(201, OwnPostgres.placeAd(app, "before").statusCode());
            HttpResponse<String> caught = caughtInTheSilence(app);
            assertEquals(503, caught.statusCode(), caught.body());
            assertTrue(caught.body().contains("\"database_unavailable\""), caught.body());
            await().untilAsserted(() -> assertEquals(503, readiness(app)));
            assertEquals(503, OwnPostgres.placeAd(app, "in silence").statusCode());
            way.speakAgain();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertEquals(201, OwnPostgres.placeAd(app, "after").statusCode()));
            await().untilAsserted(() -> assertEquals(200, readiness(app)));
            long id = postgres.execute("select max(number) from ad where title = 'after'");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> postgres.execute(
                                    "select count(*) from usage_entry e join ad a on a.id = e.ad_id where a.number = "
                                            + id + " and e.offer_due_at > now() + interval '1 minute'")
                            == 1);
            assertEquals(0, postgres.ads("in silence"));
        }
    }

    /** Its statement is under way when the silence begins. */
    private HttpResponse<String> caughtInTheSilence(EmbeddedServer app) throws Exception {
        try (Connection holder = postgres.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table ad in access exclusive mode");
            CompletableFuture<HttpResponse<String>> caught =
                    CompletableFuture.supplyAsync(() -> OwnPostgres.placeAd(app, "caught"));
            await().until(() -> postgres.execute("select count(*) from pg_locks where not granted") > 0);
            way.fallSilent();
            HttpResponse<String> answer = caught.get();
            holder.rollback();
            return answer;
        }
    }

    private static int readiness(EmbeddedServer app) {
        return Caller.anonymous(app).get("/health/readiness").statusCode();
    }
}
