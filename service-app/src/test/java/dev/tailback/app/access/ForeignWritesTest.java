package dev.tailback.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that keeps name and password for us sends them along with whatever a page elsewhere makes it send. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignWritesTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Origin, http://127.0.0.1.evil.example",
        "Origin, not an origin",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void a_page_elsewhere_changes_nothing(String header, String value) {
        for (String path :
                List.of("/api/sync/pause", "/api/ads", "/api/token", "/api/reconciliations", "/login", "/logout")) {
            HttpResponse<String> answer = Caller.as("operator", server)
                    .send("POST", path, "application/json", "{\"reason\":\"forged\"}", header, value);
            assertEquals(403, answer.statusCode(), path);
            assertTrue(answer.body().contains("foreign_origin"), answer.body());
        }
        assertTrue(Caller.as("operator", server).get("/api/sync").body().contains("\"paused\":false"));
    }

    @Test
    void a_page_of_ours_and_a_program_are_let_through() {
        String ours = "http://" + server.getHost() + ":" + server.getPort();
        for (List<String> headers : List.of(
                List.of("Origin", ours), List.of("Sec-Fetch-Site", "same-origin"), List.of("Sec-Fetch-Site", "none"))) {
            assertEquals(
                    200,
                    Caller.as("operator", server)
                            .send("POST", "/api/token", "application/json", "", headers.toArray(String[]::new))
                            .statusCode());
        }
        assertEquals(200, Caller.as("operator", server).post("/api/token", "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x", ""})
    void the_api_takes_nothing_but_json(String type) {
        HttpResponse<String> answer = Caller.as("operator", server)
                .send("POST", "/api/sync/pause", type.isEmpty() ? null : type, "{\"reason\":\"forged\"}");
        assertEquals(415, answer.statusCode());
        assertTrue(Caller.as("operator", server).get("/api/sync").body().contains("\"paused\":false"));
    }

    @Test
    void a_page_elsewhere_learns_nothing_either() {
        HttpResponse<String> answer =
                Caller.as("operator", server).send("GET", "/api/ads", null, "", "Origin", "https://evil.example");
        assertEquals(200, answer.statusCode());
        assertTrue(
                answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), "no browser shows it the answer");
    }

    @Test
    void reading_is_not_writing() {
        assertEquals(
                200,
                Caller.as("operator", server)
                        .send("GET", "/api/ads", null, "", "Sec-Fetch-Site", "cross-site")
                        .statusCode());
    }
}
