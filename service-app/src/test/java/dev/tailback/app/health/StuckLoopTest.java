package dev.tailback.app.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import dev.tailback.web.loops.Loop;
import dev.tailback.web.loops.Loops;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A loop that hangs for ever is seen from outside. */
class StuckLoopTest {

    @Test
    void liveness_fails_when_a_loop_has_not_turned_for_the_stated_time_and_names_it() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("TAILBACK_LOOPS_STUCK_AFTER", "30s");
        CountDownLatch hang = new CountDownLatch(1);
        try (EmbeddedServer app = (EmbeddedServer) Application.start(environment, "--port", "0");
                Loop stuck = app.getApplicationContext()
                        .getBean(Loops.class)
                        .start("stuck-of-the-test", hang::await, hang::countDown)) {
            assertEquals("stuck-of-the-test", stuck.name());
            assertEquals(200, liveness(app), "no false alarm while all loops turn and wait");
            await().untilAsserted(() -> assertEquals(503, liveness(app)));
            String health = Caller.as("operator", app).get("/health").body();
            assertTrue(health.contains("\"stuck-of-the-test\":\"stuck: no sign of life since"), health);
            String sync = Caller.as("operator", app).get("/api/sync").body();
            assertTrue(sync.contains("\"name\":\"stuck-of-the-test\",\"state\":\"stuck\""), sync);
            assertTrue(sync.contains("is stuck: start the service app again."), sync);
            assertTrue(sync.contains("\"name\":\"usage-relay\",\"state\":\"turning\""), sync);
            String figures = Caller.as("operator", app).get("/prometheus").body();
            assertTrue(figures.contains("tailback_loop_stuck{loop=\"stuck-of-the-test\"} 1.0"), figures);
            assertTrue(figures.contains("tailback_loop_failures_total{loop=\"usage-relay\"}"), figures);
        }
    }

    private static int liveness(EmbeddedServer app) {
        return Caller.anonymous(app).get("/health/liveness").statusCode();
    }
}
