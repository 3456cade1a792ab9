package dev.tailback.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Staff;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of one ad: what it says, what it offers, and two people at once. */
class AdPageTest {

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());
    private final Booking booking = Booking.of(org, line);
    private final Browser staff = line.browser("service");

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void changes_of_two_people_that_do_not_clash_are_both_kept() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String seenByBoth = open(ad);
        save(ad, seenByBoth, "title", "Theirs", "units", "2");
        HttpResponse<String> mine = save(ad, seenByBoth, "title", "Spring", "units", "1", "note", "By the gate");
        assertEquals(303, mine.statusCode(), mine.body());
        JsonNode merged = line.staff().read(ad).body();
        assertEquals("Theirs", merged.path("title").asText());
        assertEquals("By the gate", merged.path("note").asText());
        assertEquals(1, merged.path("entries").path(0).path("units").asInt());
        assertTrue(open(ad).contains("together with what another person had changed"));
    }

    @Test
    void a_clash_shows_both_sides_and_a_second_save_overwrites_nothing() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String seenByBoth = open(ad);
        save(ad, seenByBoth, "title", "Theirs", "units", "3");
        HttpResponse<String> clash = save(ad, seenByBoth, "title", "Mine", "units", "2");
        assertEquals(412, clash.statusCode());
        assertTrue(clash.body().contains("service: Theirs") && clash.body().contains("You: Mine"), clash.body());
        assertTrue(clash.body().contains("value=\"3\""), "units only they changed are merged");

        HttpResponse<String> again = save(ad, clash.body(), "title", "Mine", "units", "3", "clash", "title");
        assertEquals(400, again.statusCode());
        assertEquals("Theirs", title(ad), "pressing Save again decides nothing");

        HttpResponse<String> decided =
                save(ad, again.body(), "title", "Mine", "units", "3", "clash", "title", "choice-title", "mine");
        assertEquals(303, decided.statusCode(), decided.body());
        assertEquals("Mine", title(ad));
    }

    @Test
    void of_a_clash_theirs_can_be_taken() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String seenByBoth = open(ad);
        String field = "units-" + booking.gigantic();
        save(ad, seenByBoth, "title", "Spring", "units", "3");
        String clash = save(ad, seenByBoth, "title", "Spring", "units", "1").body();
        assertTrue(clash.contains("choice-" + field), clash);
        save(ad, clash, "title", "Spring", "units", "1", "clash", field, "choice-" + field, "theirs");
        assertEquals(3, line.staff().read(ad).entry(0).path("units").asInt());
    }

    @Test
    void units_for_a_contract_that_the_ad_left_meanwhile_are_not_taken_over() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String seen = open(ad);
        Other other = other();
        line.staff().correct(line.staff().read(ad), adOn("Spring", other.contract(), other.product(), 1));
        HttpResponse<String> mine = save(ad, seen, "title", "Spring", "units", "1");
        assertEquals(412, mine.statusCode());
        assertTrue(mine.body().contains("moved the ad to another contract"), mine.body());
        assertEquals(
                other.contract(),
                line.staff().read(ad).body().path("contractId").asText());
    }

    @Test
    void what_the_ad_holds_itself_can_be_booked_again() {
        Answer ad = booking.create(booking.gigantic(), 5);
        assertTrue(open(ad).contains("5 can be booked"), "the ad holds all five");
        booking.report();
        assertTrue(open(ad).contains("5 can be booked"), "also when they are reported");
    }

    @Test
    void a_notice_is_told_once_and_leaves_the_address_clean() {
        Answer ad = booking.create(booking.gigantic(), 2);
        HttpResponse<String> saved = save(ad, open(ad), "title", "Summer", "units", "2");
        assertEquals("/ads/" + ad.id(), saved.headers().firstValue("Location").orElse(""));
        assertTrue(open(ad).contains("The correction is saved."));
        assertFalse(open(ad).contains("The correction is saved."));
    }

    @Test
    void addresses_of_refused_forms_lead_back_to_the_page() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String entry = "/ads/" + ad.id() + "/entries/" + ad.entryId(0);
        for (String path : List.of("/ads/" + ad.id() + "/cancel", "/ads/" + ad.id() + "/now", entry + "/retry")) {
            HttpResponse<String> opened = staff.open(path);
            assertEquals(303, opened.statusCode(), path);
            assertEquals(
                    "/ads/" + ad.id(), opened.headers().firstValue("Location").orElse(""), path);
        }
        assertEquals(
                303, staff.open("/contracts/" + booking.contract() + "/ads").statusCode());
    }

    @Test
    void title_form_figures_and_timeline_change_together() {
        Answer ad = booking.create(booking.gigantic(), 2);
        String page = open(ad);
        Matcher poll =
                Pattern.compile("hx-get=\"(/ads/[^\"]*now\\?seen=[^\"]*)\"").matcher(page);
        assertTrue(poll.find(), page);
        String address = poll.group(1).replace("&amp;", "&");
        assertEquals(204, staff.fragment(address).statusCode());
        save(ad, page, "title", "Changed elsewhere", "units", "4");
        String now = staff.fragment(address).body();
        assertTrue(now.contains("<title>") && now.contains("<h1>Changed elsewhere</h1>"), now);
        assertTrue(now.contains("value=\"Changed elsewhere\"") && now.contains("value=\"4\""), now);
        assertTrue(now.contains("4 × Gigantic") && now.contains("corrected Gigantic to 4"), now);
        assertTrue(now.contains("changed the title from “Spring” to “Changed elsewhere”"), now);
    }

    @Test
    void a_title_correction_leaves_a_line_with_who_and_why() {
        Answer ad = booking.create(booking.gigantic(), 2);
        save(ad, open(ad), "title", "Summer", "units", "2", "reason", "The customer renamed it");
        String page = open(ad);
        assertTrue(page.contains("changed the title from “Spring” to “Summer”"), page);
        assertTrue(page.contains("Reason: The customer renamed it"), page);
    }

    @Test
    void an_ad_is_booked_on_another_contract_and_the_old_entry_names_the_one_it_was_on() {
        Answer ad = booking.create(booking.gigantic(), 2);
        booking.report();
        Other other = other();
        String choice = staff.open("/ads/" + ad.id() + "/rebook?find=" + other.customer())
                .body();
        assertTrue(choice.contains("rebook?contract=" + other.contract()), choice);
        String form = staff.open("/ads/" + ad.id() + "/rebook?contract=" + other.contract())
                .body();
        HttpResponse<String> moved = staff.submit(
                "/ads/" + ad.id() + "/rebook",
                "version",
                field(form, "version"),
                "contract",
                other.contract(),
                "product",
                other.product(),
                "units",
                "1",
                "reason",
                "Wrong customer");
        assertEquals(303, moved.statusCode(), moved.body());
        String page = open(ad);
        assertTrue(page.contains("href=\"/contracts/" + booking.contract() + "\">00000100 Magic Ads Inc"), page);
        assertTrue(page.contains("href=\"/contracts/" + other.contract() + "\""), page);
        assertTrue(page.contains("Reason: Wrong customer"), page);
        JsonNode entries = line.staff().read(ad).body().path("entries");
        assertTrue(entries.path(0).path("cancelled").asBoolean());
        assertEquals(other.contract(), entries.path(1).path("contractId").asText());
    }

    @Test
    void another_contract_is_found_while_typing_by_number_or_customer_and_never_the_ad_s_own() {
        Answer ad = booking.create(booking.gigantic(), 2);
        Other other = other();
        String source = "/ads/" + ad.id() + "/rebook/contracts?contract=";
        assertTrue(staff.open("/ads/" + ad.id() + "/rebook").body().contains("data-source=\"/ads/" + ad.id()));
        String found = staff.fragment(source + other.customer()).body();
        assertTrue(found.contains("href=\"/ads/" + ad.id() + "/rebook?contract=" + other.contract() + "\""), found);
        assertFalse(staff.fragment(source + "00000100").body().contains("rebook?contract="));
        assertTrue(staff.fragment(source).body().isBlank()
                || !staff.fragment(source).body().contains("<a"));
        String own = staff.open("/ads/" + ad.id() + "/rebook?find=Magic").body();
        assertFalse(own.contains("rebook?contract=" + booking.contract()), own);
    }

    @Test
    void rebooking_upon_an_old_page_is_refused_and_shows_what_is_booked_now() {
        Answer ad = booking.create(booking.gigantic(), 2);
        Other other = other();
        String old = staff.open("/ads/" + ad.id() + "/rebook?contract=" + other.contract())
                .body();
        save(ad, open(ad), "title", "Spring", "units", "4");
        HttpResponse<String> late = staff.submit(
                "/ads/" + ad.id() + "/rebook",
                "version",
                field(old, "version"),
                "contract",
                other.contract(),
                "product",
                other.product(),
                "units",
                "1");
        assertEquals(412, late.statusCode());
        assertTrue(late.body().contains("4 × Gigantic"), late.body());
    }

    @Test
    void after_the_lock_only_a_title_and_a_request_are_offered() {
        Answer ad = booking.create(booking.gigantic(), 3);
        booking.report();
        org.fulfil(booking.contract());
        open(ad);
        String locked = open(ad);
        assertTrue(locked.contains("state locked"), locked);
        assertFalse(locked.contains("Cancel the ad") || locked.contains("can be booked"), locked);
        assertFalse(locked.contains("/rebook"), locked);

        String ask = "/ads/" + ad.id() + "/entries/" + ad.entryId(0) + "/request";
        HttpResponse<String> refused = staff.submit(ask, "units", "3", "reason", "Same");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("The entry says so already."), refused.body());
        assertEquals(
                303,
                staff.submit(ask, "units", "2", "reason", "One was not shown").statusCode());
        String asked = open(ad);
        assertTrue(asked.contains("Request is open") && asked.contains("One was not shown"), asked);
        assertFalse(asked.contains(ask), "one request at a time");

        Browser finance = line.browser("finance");
        String list = finance.open("/requests").body();
        String id = found("/requests/([0-9a-f-]{36})/refuse", list);
        assertTrue(list.contains("Gigantic: 3 now, 2 asked for."), list);
        assertEquals(
                400,
                finance.submit("/requests/" + id + "/refuse", "reason", " ").statusCode());
        assertEquals(
                303,
                finance.submit("/requests/" + id + "/refuse", "reason", "Invoice is paid")
                        .statusCode());
        String answered = open(ad);
        assertTrue(answered.contains("Request is refused") && answered.contains("Invoice is paid"), answered);
        assertTrue(answered.contains("refused the request for 2 × Gigantic"), answered);
    }

    // They went into hidden fields: nobody saw them any more, and no title could be saved without them.
    @Test
    void units_typed_before_the_lock_are_shown_to_be_copied_and_the_title_can_still_be_saved() {
        Answer ad = booking.create(booking.gigantic(), 3);
        booking.report();
        String seen = open(ad);
        org.fulfil(booking.contract());
        HttpResponse<String> refused = save(ad, seen, "title", "Summer", "units", "2");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(found("id=\"unsent\"[^>]*>([^<]*)<", refused.body()).contains("2 × Gigantic"), refused.body());
        assertEquals("3", field(refused.body(), "units"));
        HttpResponse<String> saved =
                save(ad, refused.body(), "title", "Summer", "units", field(refused.body(), "units"));
        assertEquals(303, saved.statusCode(), saved.body());
        assertEquals("Summer", title(ad));
        assertEquals(3, line.staff().read(ad).entry(0).path("units").asInt());
        assertFalse(open(ad).contains("id=\"unsent\""));
    }

    @Test
    void a_rejected_entry_says_its_cause_once_and_offers_to_withdraw_what_salesforce_never_held() {
        Answer ad = lockedOut();
        String page = open(ad);
        assertTrue(page.contains("The contract was fulfilled before this reached Salesforce."), page);
        assertTrue(page.contains(">Withdraw it") || page.contains("Withdraw it\n"), page);
        assertFalse(page.contains("Go back to"), page);
        assertFalse(page.contains("/retry"), "a retry would be refused again");
        String outside = page.replaceAll("(?s)<details.*?</details>", "");
        assertFalse(outside.contains("<code>"), "codes are for operators: " + outside);
    }

    @Test
    void withdrawn_is_its_own_word_in_both_languages() {
        Answer ad = lockedOut();
        open(ad);
        assertEquals(
                303,
                staff.submit("/ads/" + ad.id() + "/entries/" + ad.entryId(0) + "/revert")
                        .statusCode());
        String page = open(ad);
        assertTrue(page.contains("state withdrawn") && page.contains("Withdrawn"), page);
        assertTrue(page.contains("taken back before Salesforce ever held it"), page);
        assertFalse(page.contains("state reported"), page);
        String german = staff.speaking("de-DE,de;q=0.9").open("/ads/" + ad.id()).body();
        assertTrue(german.contains("lang=\"de\"") && german.contains("Zurückgezogen"), german);
        assertFalse(german.contains("Withdrawn") || german.contains("Entries"), german);
    }

    @Test
    void refusals_are_told_in_the_readers_language() {
        Answer ad = booking.create(booking.gigantic(), 2);
        staff.speaking("de");
        HttpResponse<String> refused = save(ad, open(ad), "title", "", "units", "9");
        assertTrue(refused.body().contains("Der Titel muss 1 bis 200 Zeichen haben."), refused.body());
        HttpResponse<String> tooMany = save(ad, open(ad), "title", "Spring", "units", "9");
        assertTrue(tooMany.body().contains("Nur 5 sind buchbar."), tooMany.body());
        assertFalse(tooMany.body().contains("Not saved"), tooMany.body());
    }

    /** Booked, and never accepted because the contract was fulfilled first. */
    private Answer lockedOut() {
        Answer ad = booking.create(booking.gigantic(), 2);
        org.fulfil(booking.contract());
        booking.report();
        return ad;
    }

    private record Other(String contract, String product, String customer) {}

    /** A contract of another customer. */
    private Other other() {
        JsonNode found = line.staff()
                .get("/api/contracts?customer=Bluebird")
                .body()
                .path("contracts")
                .path(0);
        return new Other(
                found.path("id").asText(),
                found.path("products").path(0).path("id").asText(),
                "Bluebird");
    }

    private static String adOn(String title, String contract, String product, int units) {
        return Staff.ad(title, contract, product, units);
    }

    private String open(Answer ad) {
        HttpResponse<String> page = staff.open("/ads/" + ad.id());
        assertEquals(200, page.statusCode(), page.body());
        return page.body();
    }

    private String title(Answer ad) {
        return line.staff().read(ad).body().path("title").asText();
    }

    /** Sends the form of a page with what is typed into it; units are of the first product. */
    private HttpResponse<String> save(Answer ad, String page, String... typed) {
        List<String> form = new ArrayList<>(
                List.of("version", field(page, "version"), "was", field(page, "was"), "product", booking.gigantic()));
        form.addAll(List.of(typed));
        return staff.submit("/ads/" + ad.id(), form.toArray(String[]::new));
    }

    private static String field(String page, String name) {
        return found("name=\"" + name + "\" value=\"([^\"]*)\"", page)
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), () -> pattern + " is not in " + text);
        return found.group(1);
    }
}
