package dev.tailback.app.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.testservices.TestServices;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void without_redis_and_salesforce_the_program_is_degraded_and_ready() {
        EmbeddedRedis redis = TestServices.ownRedis();
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("REDIS_URI", redis.uri());
        try (EmbeddedApplication<?> running = Application.start(environment, "--port", "0")) {
            EmbeddedServer server = (EmbeddedServer) running;
            assertEquals("UP", status(Caller.anonymous(server).get("/health/readiness")));
            redis.close();
            Caller.as("service", server).get("/api/contracts");
            await().untilAsserted(() ->
                    assertEquals("DEGRADED", status(Caller.anonymous(server).get("/health/readiness"))));
            assertEquals("UP", status(Caller.anonymous(server).get("/health/liveness")));
            String details = Caller.as("operator", server).get("/health").body();
            assertTrue(details.contains("\"redis\":{\"name\":\"service-app\",\"status\":\"DEGRADED\""), details);
            assertTrue(details.contains("\"salesforce\":{\"name\":\"service-app\",\"status\":\"DEGRADED\""), details);
        }
    }

    @Test
    void those_who_are_not_logged_in_learn_the_status_and_nothing_more() {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        try (EmbeddedApplication<?> running = Application.start(environment, "--port", "0")) {
            String body =
                    Caller.anonymous((EmbeddedServer) running).get("/health").body();
            assertFalse(body.contains("details"), body);
        }
    }

    @Test
    void without_its_database_the_program_is_not_ready_and_says_so() throws SQLException {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        try (EmbeddedApplication<?> running = Application.start(environment, "--port", "0")) {
            EmbeddedServer server = (EmbeddedServer) running;
            String token = Caller.as("operator", server)
                    .post("/api/token", "")
                    .body()
                    .replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
            drop(environment);
            await().untilAsserted(() -> assertEquals(
                    503, Caller.anonymous(server).get("/health/readiness").statusCode()));
            assertEquals(200, Caller.anonymous(server).get("/health/liveness").statusCode());
            assertEquals(200, Caller.withToken(token, server).get("/prometheus").statusCode(), "monitoring goes on");
            HttpResponse<String> answer = Caller.as("service", server).get("/api/ads");
            assertEquals(503, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"database_unavailable\""), answer.body());
        }
    }

    private static void drop(Map<String, String> environment) throws SQLException {
        String url = environment.get("DATASOURCES_DEFAULT_URL");
        int name = url.lastIndexOf('/') + 1;
        try (Connection admin = DriverManager.getConnection(
                        url.substring(0, name) + "postgres",
                        environment.get("DATASOURCES_DEFAULT_USERNAME"),
                        environment.get("DATASOURCES_DEFAULT_PASSWORD"));
                Statement statement = admin.createStatement()) {
            statement.execute("drop database " + url.substring(name).replaceFirst("\\?.*", "") + " with (force)");
        }
    }

    private static String status(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().replaceFirst("(?s)^\\{.*?\"status\":\"(\\w+)\".*", "$1");
    }
}
