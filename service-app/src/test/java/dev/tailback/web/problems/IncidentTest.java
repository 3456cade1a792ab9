package dev.tailback.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.LogLines;
import io.micronaut.http.HttpRequest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An incident's line says where, and never repeats an exception's own words: they can hold what somebody sent. */
class IncidentTest {

    private static final String SECRET = "hunter2-of-a-person";

    @Test
    void an_incident_is_one_line_with_types_and_places_and_without_the_words_of_any_exception() {
        Throwable inner = new SQLException("invalid byte in " + SECRET, "22021");
        Throwable middle = new IllegalArgumentException("cannot decode password=" + SECRET, inner);
        middle.addSuppressed(new IllegalStateException(SECRET));
        try (LogLines log = new LogLines()) {
            Problem problem = Incident.of(HttpRequest.GET("/login"), new IllegalStateException(SECRET, middle));

            assertEquals(1, log.lines().size(), log.text());
            assertFalse(log.text().contains(SECRET), log.text());
            String incident = problem.members().get("incident").toString();
            for (String told : new String[] {
                incident,
                "GET /login",
                "IllegalStateException",
                "IllegalArgumentException",
                "SQL state 22021",
                "IncidentTest"
            }) {
                assertTrue(log.text().contains(told), log.text());
            }
        }
    }

    @Test
    void causes_that_run_in_a_ring_end() {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);
        assertTrue(Whereabouts.of(first).length() < 20_000);
    }
}
