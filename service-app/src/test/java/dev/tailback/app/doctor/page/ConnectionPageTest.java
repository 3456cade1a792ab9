package dev.tailback.app.doctor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the doctor found, at a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionPageTest {

    private static final String PATH = "/console/doctor";

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void heal() {
        org.heal();
    }

    @AfterAll
    void end() {
        line.close();
        org.close();
    }

    @Test
    void the_page_shows_each_line_that_the_api_answers_with_its_mend() {
        JsonNode lines = line.as("operator").get("/api/org/doctor").body().path("lines");

        String page = line.browser("operator").open(PATH).body();

        for (JsonNode one : lines) {
            assertTrue(page.contains("<code>" + one.path("about").asText() + "</code>"), one::toString);
        }
        assertTrue(page.contains("<h2>PostgreSQL</h2>") && page.contains("<h2>Workers</h2>"), page);
        assertTrue(page.contains("broken, or could not be found out."), page);
        assertTrue(page.contains("class=\"state rejected\">Broken"), page);
        assertTrue(page.contains("Look again"), page);
    }

    @Test
    void an_org_that_is_away_is_said_and_the_page_is_there() {
        org.goDown();

        var shown = line.browser("admin").speaking("de").open(PATH);

        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("class=\"state retrying\">Unbekannt"), shown.body());
    }

    @Test
    void only_operators_and_admins_find_it() {
        assertEquals(403, line.browser("finance").open(PATH).statusCode());
        assertEquals(403, line.browser("viewer").open(PATH).statusCode());
        assertEquals(403, line.browser("service").open(PATH).statusCode());
        assertFalse(line.browser("finance").open("/console").body().contains("href=\"" + PATH));
        assertTrue(line.browser("operator").open("/console").body().contains("href=\"" + PATH));
    }
}
