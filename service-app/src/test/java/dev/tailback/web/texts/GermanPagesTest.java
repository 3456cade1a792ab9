package dev.tailback.web.texts;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for German reads no English sentence of ours, in whatever state a page is. */
class GermanPagesTest {

    private final English english = new English();
    private final List<String> found = new ArrayList<>();
    private Line line = Line.withoutSalesforce();

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void english_on_a_page_is_found_and_the_words_of_others_are_not_ours() {
        assertEquals(List.of("Skip to the content"), english.on("<a>Skip to the content</a><p>Angehalten</p>"));
        assertEquals(List.of("Where you are"), english.on("<nav aria-label=\"Where you are\"></nav>"));
        assertEquals(List.of(), english.on("<q class=\"said\" lang=\"en\">Nothing to do.</q><h1>Anzeigen</h1>"));
    }

    @Test
    void entries_of_every_state_and_their_outage_are_told_in_german() {
        Answer parked = park("USAGE_LOCKED");
        for (String code :
                List.of("NOT_ENOUGH_UNITS", "FIELD_CUSTOM_VALIDATION_EXCEPTION", "A_NEW_CODE", "WITHDRAWN")) {
            park(code);
        }
        booked();
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofMinutes(5)));
        line.outcomes();
        Answer reported = booked();
        line.reportAll();
        booked();
        visit("operator", "/", "/ads", "/ads?state=Rejected", "/ads/" + parked.id(), "/ads/" + reported.id());
        visit("operator", "/console", "/console/entries", "/console/operations", "/console/reconciliations");
        visit("operator", "/console/retention");
        visit("operator", "/console/entries/" + parked.entryId(0), "/console/entries/" + reported.entryId(0));
        visit("admin", "/accounts", "/accounts/service", "/account", "/requests", "/ads/new", "/ads/import");
        none();
    }

    @Test
    void refusals_are_told_in_german_on_forms_and_pages_of_errors() {
        Answer parked = park("USAGE_STALE");
        Answer fresh = booked();
        visit(
                "operator",
                "/nowhere",
                "/ads/" + java.util.UUID.randomUUID(),
                "/ads?from=gestern",
                "/ads?state=Unknown",
                "/ads?page=-1");
        visit("operator", "/console/entries?since=gestern", "/console/operations/99", "/console/reconciliations/99");
        visit("service", "/console", "/accounts", "/finance/statements/9", "/contracts/wrong", "/salesforce/wrong");
        Browser operator = german("operator");
        operator.open("/console");
        submit(operator, "/console/pause", "reason", "");
        submit(operator, "/console/pause", "reason", "Wartung");
        visit("service", "/", "/ads");
        submit(operator, "/console/entries/retry", "code", "USAGE_STALE", "limit", "9", "action", "retry");
        submit(operator, "/console/entries/retry", "limit", "many", "action", "count");
        submit(operator, "/console/reconciliations", "action", "compare");
        submit(operator, "/console/reconciliations", "action", "repair", "reason", "Nach der Sicherung");
        visit("operator", "/console/reconciliations", "/console/reconciliations/1");
        submit(operator, "/console/retention/delete", "kind", "samples", "olderThanDays", "0", "action", "count");
        submit(operator, "/console/retention/delete", "kind", "samples", "olderThanDays", "2", "action", "count");
        submit(operator, "/console/retention/delete", "kind", "messages", "olderThanDays", "2", "action", "count");
        submit(operator, "/console/retention/delete", "kind", "ads", "olderThanDays", "2", "action", "count");
        Browser staff = german("service");
        staff.open("/ads/" + parked.id());
        submit(staff, "/ads/" + parked.id() + "/entries/" + parked.entryId(0) + "/revert");
        submit(staff, "/ads/" + fresh.id() + "/entries/" + fresh.entryId(0) + "/retry");
        submit(staff, "/ads/" + fresh.id() + "/entries/" + fresh.entryId(0) + "/request", "units", "1", "reason", "x");
        submit(staff, "/ads/" + fresh.id(), "title", "");
        Browser admin = german("admin");
        admin.open("/accounts");
        submit(admin, "/accounts", "name", "service", "roles", "service", "reason", "Neu");
        submit(admin, "/accounts", "name", "", "reason", "");
        submit(admin, "/accounts/viewer/reset", "reason", "Vergessen");
        submit(admin, "/accounts/viewer/disable", "reason", "Geht");
        visit("admin", "/accounts/viewer");
        submit(admin, "/account/password", "present", "wrong", "password", "short", "again", "short");
        none();
    }

    @Test
    void contracts_and_months_are_told_in_german_when_salesforce_answers_and_when_it_does_not() {
        line.close();
        try (Org org = Org.start()) {
            line = Line.to(org.address());
            Booking booking = Booking.of(org, line);
            booking.create(booking.small(), 1);
            booking.report();
            String month = YearMonth.now(ZoneOffset.UTC).toString();
            Browser finance = german("finance");
            visit("finance", "/", "/contracts/" + booking.contract(), "/finance");
            submit(finance, "/finance/close", "month", month, "reason", "");
            submit(
                    finance,
                    "/finance/closings/take-back",
                    "month",
                    month,
                    "contractId",
                    booking.contract(),
                    "reason",
                    "x");
            submit(finance, "/finance/closings", "month", month, "contractId", "wrong", "reason", "x");
            submit(finance, "/finance/closings", "month", month, "contractId", booking.contract(), "reason", "Ende");
            Browser staff = german("service");
            visit("service", "/contracts/" + booking.contract(), "/ads/new?contractId=" + booking.contract());
            submit(staff, "/contracts/" + booking.contract() + "/ads", "title", "Neu", "units-" + booking.small(), "1");
            org.goDown();
            visit("finance", "/", "/contracts/" + booking.contract(), "/finance");
            org.heal();
        }
        none();
    }

    private Answer park(String code) {
        Answer ad = booked();
        line.relay();
        line.worker().settle(record -> Worker.parked(record, code));
        line.outcomes();
        return ad;
    }

    private Answer booked() {
        return line.staff().create(ad("Frühling", Ids.contract(), Ids.product(), 2));
    }

    private Browser german(String account) {
        Browser browser = line.browser(account).speaking("de-DE,de;q=0.9");
        browser.open("/account");
        return browser;
    }

    private void visit(String account, String... paths) {
        Browser browser = german(account);
        for (String path : paths) {
            note(path, browser.open(path));
        }
    }

    private void submit(Browser browser, String path, String... fields) {
        note(path + " " + List.of(fields), browser.submit(path, fields));
    }

    private void note(String path, HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 500 || answer.statusCode() == 503, () -> path + ": " + answer.body());
        if (answer.statusCode() == 303) {
            return;
        }
        assertTrue(answer.body().contains("<html lang=\"de\""), () -> path + ": " + answer.body());
        assertFalse(English.readable(answer.body()).isBlank(), path);
        english.on(answer.body()).forEach(piece -> found.add(path + ": " + piece));
    }

    private void none() {
        assertEquals(List.of(), found, () -> String.join("\n", found));
    }
}
