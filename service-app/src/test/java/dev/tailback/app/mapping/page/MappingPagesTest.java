package dev.tailback.app.mapping.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.mapping.MappingYaml;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mapping at a browser without JavaScript. */
class MappingPagesTest {

    private static final String WITHOUT_TITLE =
            MappingYaml.shippedText().replace("    adTitle: Ad_Title__c\n", "").replace("\n", "\r\n");

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_admin_checks_saves_and_rolls_back() {
        Browser admin = line.browser("admin");
        String shown = admin.open("/console/mapping").body();
        assertTrue(shown.contains("How many units it consumes") && shown.contains("Units__c"), shown);

        HttpResponse<String> checked =
                admin.submit("/console/mapping/check", "yaml", WITHOUT_TITLE, "note", "No titles");
        assertEquals(200, checked.statusCode());
        assertTrue(checked.body().contains("The org has what this mapping names."), checked.body());
        assertTrue(checked.body().contains("Salesforce does not show the ad's title"), checked.body());
        assertTrue(checked.body().contains("value=\"No titles\""), checked.body());

        HttpResponse<String> saved =
                admin.submit("/console/mapping", "yaml", WITHOUT_TITLE, "note", "No titles", "seen", "0");
        assertEquals(303, saved.statusCode(), saved::body);
        String version = admin.open("/console/mapping/versions/1").body();
        assertTrue(version.contains("usage.adTitle") && version.contains("No titles"), version);
        assertFalse(version.contains("/console/mapping/roll-back"), version);

        String first = admin.open("/console/mapping/versions/0").body();
        assertTrue(first.contains("/console/mapping/roll-back"), first);
        HttpResponse<String> back =
                admin.submit("/console/mapping/roll-back", "version", "0", "note", "Back", "seen", "1");
        assertEquals(303, back.statusCode(), back::body);
        assertTrue(admin.open("/console/mapping").body().contains("Back to version 0"));
    }

    @Test
    void what_was_typed_stays_when_it_is_refused() {
        Browser admin = line.browser("admin");
        admin.open("/console/mapping");

        HttpResponse<String> unreadable =
                admin.submit("/console/mapping", "yaml", "mapping: 7", "note", "x", "seen", "0");
        assertEquals(400, unreadable.statusCode());
        assertTrue(unreadable.body().contains(">mapping: 7</textarea>"), unreadable.body());
        HttpResponse<String> noNote = admin.submit("/console/mapping", "yaml", WITHOUT_TITLE, "note", " ", "seen", "0");
        assertEquals(400, noNote.statusCode());
        assertTrue(noNote.body().contains("Nothing was saved: say why"), noNote.body());
        HttpResponse<String> stale = admin.submit("/console/mapping", "yaml", WITHOUT_TITLE, "note", "x", "seen", "7");
        assertEquals(412, stale.statusCode());
        assertTrue(stale.body().contains("is in use since you read the mapping"), stale.body());
    }

    @Test
    void an_operator_checks_and_finds_no_way_to_save() {
        Browser operator = line.browser("operator");
        String shown = operator.open("/console/mapping").body();

        assertFalse(shown.contains("name=\"note\""), shown);
        assertEquals(
                200,
                operator.submit("/console/mapping/check", "yaml", WITHOUT_TITLE).statusCode());
        assertEquals(
                403,
                operator.submit("/console/mapping", "yaml", WITHOUT_TITLE, "note", "x", "seen", "0")
                        .statusCode());
        assertEquals(403, line.browser("finance").open("/console/mapping").statusCode());
        assertFalse(line.browser("finance").open("/console").body().contains("href=\"/console/mapping\""));
    }

    @Test
    void every_word_is_there_in_german_too() {
        String shown =
                line.browser("admin").speaking("de").open("/console/mapping").body();

        assertTrue(shown.contains("Wie viele Einheiten er verbraucht"), shown);
        assertTrue(shown.contains("Prüfen und in Gebrauch nehmen"), shown);
    }
}
