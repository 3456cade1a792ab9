package dev.tailback.app.adimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.OrgUnderTest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many ads from a file, without JavaScript. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest implements TestPropertyProvider {

    private static final String HEAD = "contract;title;product;units;service_date;customer_reference;note\n";

    private final OrgUnderTest org = OrgUnderTest.start();

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(org.address());
    }

    @AfterEach
    void mend() {
        org.mend();
    }

    @AfterAll
    void end() {
        org.close();
    }

    @Test
    void the_preview_says_what_becomes_of_each_row_and_saves_nothing() {
        Browser staff = staff();
        String page = preview(
                        staff,
                        HEAD + "00000100;Fine;Small;2;2026-12-01;PO 1;\n"
                                + "100;Too many after the first;small;2;;;\n"
                                + "99999999;Nowhere;Small;1;;;\n"
                                + "00000100;Strange;Enormous;1;;;\n"
                                + "00000100;;Small;1;;;\n"
                                + "00000100;No number;Small;1.5;;;\n"
                                + "00000100;No day;Small;1;01.12.2026;;\n"
                                + "00000100;Still fits;Small;1;;;\n")
                .body();
        assertTrue(page.contains("2 of the rows can be saved, 6 cannot. Nothing is saved yet."), page);
        for (String sentence : List.of(
                "Of Small only 1 are left, after the rows above.",
                "Salesforce has no such contract.",
                "The contract has no product Enormous.",
                "The title must be a text of 1 to 200 characters.",
                "Small: the units must be a whole number from 1 to 1,000,000.",
                "The date of service must be a day from 2000 to 2099.")) {
            assertTrue(page.contains(sentence), sentence + " is not in " + page);
        }
        assertFalse(staff.open("/ads").body().contains(">Fine</a>"));
    }

    @Test
    void rows_are_saved_once_however_often_the_form_is_sent() {
        Browser staff = staff();
        String text = HEAD + "00000101;First of two;Medium;1;2026-12-02;PO 2;Call\n00000101;Second;Big;1;;;\n";
        String token = field(preview(staff, text).body(), "token");
        String once = save(staff, text, token).body();
        assertTrue(once.contains("2 saved, 0 not saved."), once);
        String twice = save(staff, text, token).body();
        assertEquals(references(once), references(twice));
        String list = staff.open("/ads?query=first+of+two").body();
        assertTrue(list.contains("1 ad, page 1 of 1"), list);
        assertTrue(list.contains("PO 2"), list);
    }

    @Test
    void what_was_saved_before_a_break_is_not_saved_again_and_the_rest_is() {
        Browser staff = staff();
        String first = HEAD + "00000103;Before the break;Small;1;;;\n";
        String token = field(preview(staff, first).body(), "token");
        save(staff, first, token);
        String whole = save(staff, first + "00000103;After the break;Small;1;;;\n", token)
                .body();
        assertTrue(whole.contains("2 saved, 0 not saved."), whole);
        assertTrue(staff.open("/ads?query=the+break").body().contains("2 ads, page 1 of 1"));
    }

    @Test
    void a_row_that_salesforce_has_no_room_for_any_more_is_told_when_it_is_saved() {
        Browser staff = staff();
        String text = HEAD + "00000103;Last ones;Medium;4;;;\n";
        String token = field(preview(staff, text).body(), "token");
        save(staff, text, field(preview(staff, text).body(), "token"));
        String late = save(staff, text, token).body();
        assertTrue(late.contains("0 saved, 1 not saved.") && late.contains("can be booked"), late);
    }

    @Test
    void in_an_outage_rows_are_saved_unchecked() {
        Browser staff = staff();
        staff.open("/?number=00000104");
        org.goDown();
        String text = HEAD + "00000104;In the dark;Big;1;;;\n";
        String page = preview(staff, text).body();
        assertTrue(page.contains("Will be saved, not checked."), page);
        assertTrue(save(staff, text, field(page, "token")).body().contains("1 saved, 0 not saved."));
    }

    @Test
    void a_file_that_is_none_is_refused_with_what_is_wrong_and_kept() {
        Browser staff = staff();
        refused(staff, "contract;title;colour\n1;2;3", "There is no column named colour.");
        refused(staff, "contract;title;product\n1;2;3", "The column units is missing.");
        refused(staff, "contract,title,product,units\n1,\"2,3,4", "opened and never closed");
        refused(staff, "contract;title;product;units", "1 to 100 rows below it");
        refused(staff, HEAD + "100;T;Small;1;;;\n".repeat(101), "1 to 100 rows below it");
        assertEquals(400, preview(staff, "x".repeat(100_001)).statusCode());
        assertEquals(400, preview(staff, HEAD + "100;a\u0007b;Small;1;;;").statusCode());
    }

    @Test
    void german_names_of_columns_are_known() {
        String page = preview(
                        staff(),
                        "Vertrag;Titel;Produkt;Einheiten;Leistungsdatum;Kundenreferenz;Notiz\n"
                                + "00000104;Deutsch;Small;1;2026-12-01;;")
                .body();
        assertTrue(page.contains("1 of the rows can be saved, 0 cannot."), page);
    }

    private static void refused(Browser staff, String text, String sentence) {
        HttpResponse<String> answer = preview(staff, text);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertTrue(answer.body().contains("contract"), answer.body());
    }

    private static HttpResponse<String> preview(Browser staff, String text) {
        return staff.submit("/ads/import", "text", text);
    }

    private static HttpResponse<String> save(Browser staff, String text, String token) {
        return staff.submit("/ads/import", "text", text, "token", token);
    }

    private Browser staff() {
        Browser staff = Browser.loggedInAs("service", server);
        staff.open("/ads/import");
        return staff;
    }

    private static List<String> references(String page) {
        return Pattern.compile(">(AD-\\d+)</a>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(field.find(), page);
        return field.group(1);
    }
}
