package dev.tailback.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.OrgUnderTest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What staff see and do, without JavaScript; no worker runs, so everything booked goes on waiting. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffPagesTest implements TestPropertyProvider {

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
    void the_start_page_lists_contracts_with_what_can_be_booked() {
        String page = staff().open("/?customer=magic").body();
        assertTrue(page.contains("Magic Ads Inc") && page.contains("00000100"), page);
        assertFalse(page.contains("Bluebird"), page);
        assertTrue(page.contains("Read from Salesforce at <time datetime="), page);
    }

    @Test
    void an_ad_is_created_with_a_form_and_waits() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        HttpResponse<String> answer = staff.submit(
                contract.path() + "/ads", contract.form("title", "Autumn <b>sale</b>", "Small", "2", "Medium", ""));
        assertEquals(303, answer.statusCode(), answer.body());
        String page = staff.open(location(answer)).body();
        assertTrue(page.contains("is saved."), page);
        assertTrue(page.contains("Autumn &lt;b&gt;sale&lt;/b&gt;"), page);
        assertFalse(page.contains("<b>sale</b>"), page);
        assertTrue(page.contains("2 × Small"), page);
        assertTrue(page.contains("class=\"state waiting\""), page);
    }

    @Test
    void the_page_of_an_ad_acts_on_no_entry_of_another_ad() {
        Browser staff = staff();
        String mine = booked(staff, "Mine");
        String other = booked(staff, "Other");
        String entry = only(
                "\"id\":\"([0-9a-f-]{36})\",\"adId\":\"" + other,
                staff.open("/api/ads").body());
        assertEquals(
                409,
                staff.submit("/ads/" + other + "/entries/" + entry + "/retry").statusCode());
        for (String action : new String[] {"/retry", "/revert"}) {
            HttpResponse<String> answer = staff.submit("/ads/" + mine + "/entries/" + entry + action);
            assertEquals(404, answer.statusCode(), answer.body());
        }
    }

    private String booked(Browser staff, String title) {
        Contract contract = open(staff, "Bluebird");
        String saved = location(staff.submit(contract.path() + "/ads", contract.form("title", title, "Small", "1")));
        String reference = saved.replaceFirst(".*saved=", "");
        return only(
                "\"id\":\"([0-9a-f-]{36})\",\"reference\":\"" + reference + "\"",
                staff.open("/api/ads").body());
    }

    private static String only(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    @Test
    void a_form_sent_twice_counts_once() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        String[] form = contract.form("title", "Sent twice", "Big", "1");
        String first = location(staff.submit(contract.path() + "/ads", form));
        String second = location(staff.submit(contract.path() + "/ads", form));
        assertEquals(first, second);
        String page = staff.open(contract.path()).body();
        assertEquals(page.indexOf(">Sent twice</a>"), page.lastIndexOf(">Sent twice</a>"));
    }

    @Test
    void a_saved_form_that_is_changed_and_sent_again_asks_first() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        staff.submit(contract.path() + "/ads", contract.form("title", "First content", "Big", "1"));
        HttpResponse<String> again =
                staff.submit(contract.path() + "/ads", contract.form("title", "Second content", "Big", "1"));
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("This form was saved before"), again.body());
        Contract asked = new Contract(contract.id(), again.body());
        HttpResponse<String> besides =
                staff.submit(contract.path() + "/ads", asked.form("title", "Second content", "Big", "1"));
        assertEquals(303, besides.statusCode(), besides.body());
    }

    @Test
    void what_was_typed_is_kept_when_it_is_refused_and_the_field_says_why() {
        Browser staff = staff();
        Contract contract = open(staff, "Magic");
        HttpResponse<String> answer =
                staff.submit(contract.path() + "/ads", contract.form("title", "Four small ones", "Small", "4"));
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("value=\"Four small ones\""), answer.body());
        assertTrue(answer.body().contains("value=\"4\""), answer.body());
        assertTrue(answer.body().contains("Only 3 can be booked."), answer.body());
        assertTrue(answer.body().contains("aria-invalid=\"true\""), answer.body());
        assertTrue(answer.body().contains("not_enough_units"), answer.body());
    }

    @Test
    void everything_wrong_with_a_form_is_told_at_once() {
        Browser staff = staff();
        Contract contract = open(staff, "Magic");
        String page = staff.submit(
                        contract.path() + "/ads", contract.form("title", "", "Small", "-1", "Gigantic", "1.5"))
                .body();
        assertTrue(page.contains("The title must be a text of 1 to 200 characters."), page);
        assertTrue(page.contains("Small: the units must be a whole number from 1 to 1,000,000."), page);
        assertTrue(page.contains("Gigantic: the units must be a whole number from 1 to 1,000,000."), page);
        assertTrue(page.contains("value=\"1.5\""), page);
    }

    @Test
    void a_form_without_units_says_what_is_missing() {
        Browser staff = staff();
        Contract contract = open(staff, "Magic");
        HttpResponse<String> answer = staff.submit(contract.path() + "/ads", contract.form("title", "Nothing"));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("Enter the units of at least one product."), answer.body());
    }

    @Test
    void a_form_without_its_token_saves_nothing() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        HttpResponse<String> answer =
                staff.submitWithToken("forged", contract.path() + "/ads", contract.form("title", "Forged", "Big", "1"));
        assertEquals(403, answer.statusCode());
        assertFalse(staff.open(contract.path()).body().contains("Forged"));
    }

    @Test
    void with_salesforce_down_the_page_says_why_and_still_books_by_the_last_names() {
        Browser staff = staff();
        Contract contract = open(staff, "Harbour");
        org.goDown();
        String start = staff.open("/?customer=harbour").body();
        assertTrue(start.contains("Salesforce cannot be read now") && start.contains("Harbour Street Bakery"), start);
        String page = staff.open(contract.path()).body();
        assertTrue(page.contains("names as last read") && page.contains("New ads are saved all the same"), page);
        assertTrue(page.contains("tailback:returned from:body, every 10s"), page);
        HttpResponse<String> answer =
                staff.submit(contract.path() + "/ads", contract.form("title", "In the outage", "Small", "1"));
        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(staff.open(location(answer)).body().contains("In the outage"));
    }

    @Test
    void a_contract_never_seen_can_be_booked_by_ids_while_salesforce_is_down() {
        org.goDown();
        Browser staff = staff();
        String path = location(staff.open("/contracts?id=800Lo00000000ZZ"));
        assertTrue(path.startsWith("/contracts/800Lo00000000ZZ"), path);
        assertTrue(staff.open(path).body().contains("Contract product id"));
        HttpResponse<String> answer = staff.submit(
                path + "/ads", "title", "Unseen", "token", "t-unseen", "product", "a00Lo00000000ZZ", "units", "1");
        assertEquals(303, answer.statusCode(), answer.body());
    }

    @Test
    void an_unknown_contract_is_not_found_and_a_wrong_id_is_told() {
        assertEquals(404, staff().open("/contracts/800Lo0000000009IAA").statusCode());
        HttpResponse<String> wrong = staff().open("/contracts?id=%3Cb%3E");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("That is no contract id"), wrong.body());
    }

    @Test
    void an_ad_is_corrected_and_cancelled_and_its_history_tells_who_and_why() {
        Browser staff = staff();
        String path = adPath(staff, "To be corrected");
        String page = staff.open(path).body();
        HttpResponse<String> corrected =
                staff.submit(path, correction(page, "title", "Corrected", "Medium", "3", "reason", "Customer called"));
        assertEquals(path, location(corrected), corrected.body());
        String after = staff.open(location(corrected)).body();
        assertTrue(after.contains("3 × Medium"), after);
        assertTrue(after.contains("Reason: Customer called"), after);
        HttpResponse<String> cancelled =
                staff.submit(path + "/cancel", "version", field(after, "version"), "reason", "Not wanted");
        assertEquals(path, location(cancelled), cancelled.body());
        assertTrue(staff.open(path).body().contains("class=\"tag\">cancelled"));
    }

    @Test
    void a_change_on_an_old_page_is_refused_and_what_was_typed_is_kept() {
        Browser staff = staff();
        String path = adPath(staff, "Two at once");
        String page = staff.open(path).body();
        String[] mine = correction(page, "title", "Mine", "Medium", "2");
        String[] theirs = correction(page, "title", "Theirs", "Medium", "1");
        assertEquals(303, staff.submit(path, theirs).statusCode());
        HttpResponse<String> refused = staff.submit(path, mine);
        assertEquals(412, refused.statusCode());
        assertTrue(refused.body().contains("value=\"Mine\""), refused.body());
        assertTrue(refused.body().contains("service changed this ad since you read it"), refused.body());
        assertNotEquals(field(page, "version"), field(refused.body(), "version"));
    }

    @Test
    void a_fulfilled_contract_shows_why_nothing_can_be_booked() {
        Browser staff = staff();
        Contract contract = open(staff, "00000102");
        org.fulfil(contract.id());
        String page = staff.open(contract.path()).body();
        assertTrue(page.contains(">Fulfilled</span>"), page);
        assertFalse(page.contains("Create the ad"), page);
        HttpResponse<String> late =
                staff.submit(contract.path() + "/ads", contract.form("title", "Late", "Small", "1"));
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("contract_fulfilled"), late.body());
    }

    @Test
    void a_fragment_that_looks_as_it_did_is_not_sent_again() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        Matcher poll = Pattern.compile("hx-get=\"(/contracts/\\w+/now\\?seen=[^\"]*)\"")
                .matcher(staff.open(contract.path()).body());
        assertTrue(poll.find());
        String address = poll.group(1).replace("&amp;", "&");
        assertEquals(204, staff.fragment(address).statusCode());
        staff.submit(contract.path() + "/ads", contract.form("title", "Changes the list", "Big", "1"));
        HttpResponse<String> changed = staff.fragment(address);
        assertEquals(200, changed.statusCode());
        assertTrue(changed.body().contains("Changes the list"), changed.body());
        assertTrue(changed.body().contains("id=\"panel\""), "figures and tag come with the list");
    }

    @Test
    void a_refused_form_whose_address_is_opened_again_leads_to_its_page() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        HttpResponse<String> again = staff.open(contract.path() + "/ads");
        assertEquals(303, again.statusCode(), again.body());
        assertEquals(contract.path(), location(again));
    }

    @Test
    void an_address_cannot_claim_that_an_ad_was_saved() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        String saved = location(staff.submit(contract.path() + "/ads", contract.form("title", "Really", "Big", "1")));
        assertTrue(staff.open(saved).body().contains("is saved."), saved);
        String none = staff.open(contract.path() + "?saved=AD-999999").body();
        assertFalse(none.contains("is saved."), none);
        Contract other = open(staff, "Magic");
        String elsewhere =
                staff.open(other.path() + saved.replaceFirst(".*\\?", "?")).body();
        assertFalse(elsewhere.contains("is saved."), elsewhere);
        String bySomebodyElse =
                Browser.loggedInAs("operator", server).open(saved).body();
        assertFalse(bySomebodyElse.contains("is saved."), bySomebodyElse);
    }

    @Test
    void a_page_beyond_the_last_says_so_and_counts_are_of_the_whole_list() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        staff.submit(contract.path() + "/ads", contract.form("title", "One of them", "Big", "1"));
        String beyond = staff.open(contract.path() + "?page=69").body();
        assertTrue(beyond.contains("There is no page 70: the list has 1 page."), beyond);
        assertFalse(beyond.contains("No ad on this contract yet"), beyond);
        assertTrue(beyond.contains("Waiting</span>"), beyond);
    }

    @Test
    void a_page_that_is_not_there_knows_who_looks_and_speaks_to_people() {
        HttpResponse<String> nowhere = staff().open("/nowhere");
        assertEquals(404, nowhere.statusCode());
        assertTrue(
                nowhere.body().contains("Signed in as <a href=\"/account\"><strong>service</strong></a>"),
                nowhere.body());
        assertFalse(nowhere.body().contains("/swagger"), nowhere.body());
        assertTrue(nowhere.body().contains("href=\"/ads\""), nowhere.body());
    }

    @Test
    void all_ads_are_on_one_page_with_their_states_counted() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        staff.submit(
                contract.path() + "/ads",
                contract.form(
                        "title", "Lanterns", "Big", "1", "customerReference", "PO-77", "serviceDate", "2026-12-24"));
        String page = staff.open("/ads?query=po-77").body();
        assertTrue(page.contains(">Lanterns</a>") && page.contains("Bluebird Outdoor Ltd, 0000010"), page);
        assertTrue(page.contains("<time datetime=\"2026-12-24\">"), page);
        assertTrue(page.contains("1 ad, page 1 of 1"), page);
        assertTrue(page.contains("Waiting <span class=\"count\">1</span>"), page);
        assertTrue(page.contains("href=\"/ads?query=po-77&amp;state=Rejected\""), page);
        String none = staff.open("/ads?query=po-77&state=Rejected").body();
        assertTrue(none.contains("No ad matches.") && none.contains("Waiting <span class=\"count\">1</span>"), none);
        HttpResponse<String> file = staff.open("/ads/csv?query=po-77");
        assertEquals(
                "text/csv;charset=utf-8",
                file.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
        assertEquals(2, file.body().lines().count(), file.body());
    }

    @Test
    void the_list_of_all_ads_is_sent_again_when_something_changed() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        staff.submit(contract.path() + "/ads", contract.form("title", "Before", "Big", "1"));
        String poll = only(
                        "hx-get=\"(/ads/list\\?[^\"]*)\"",
                        staff.open("/ads?query=before").body())
                .replace("&amp;", "&");
        assertEquals(204, staff.fragment(poll).statusCode());
        Contract again = open(staff, "Bluebird");
        staff.submit(contract.path() + "/ads", again.form("title", "Before as well", "Big", "1"));
        HttpResponse<String> changed = staff.fragment(poll);
        assertEquals(200, changed.statusCode());
        assertTrue(changed.body().contains("Before as well"), changed.body());
    }

    @Test
    void a_wrong_contract_id_is_kept_as_typed() {
        String page = staff().open("/contracts?id=800x").body();
        assertTrue(page.contains("name=\"id\" value=\"800x\""), page);
    }

    @Test
    void an_ad_is_copied_into_a_new_form() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        staff.submit(
                contract.path() + "/ads",
                contract.form("title", "Every month", "Big", "2", "note", "As ever", "serviceDate", "2026-12-01"));
        String list = staff.open("/ads?query=every+month").body();
        String copy = staff.open(only("href=\"(/contracts/\\w+\\?copy=[0-9a-f-]+)#new\"", list))
                .body();
        assertTrue(copy.contains("name=\"title\" value=\"Every month\""), copy);
        assertTrue(copy.contains(">As ever</textarea>"), copy);
        assertTrue(copy.contains("name=\"units\" value=\"2\""), copy);
        assertTrue(copy.contains("type=\"date\" min=\"2000-01-01\" max=\"2099-12-31\" value=\"\""), copy);
    }

    @Test
    void a_contract_for_a_new_ad_is_found_by_number_or_customer_without_a_script_too() {
        Browser staff = staff();
        String byNumber = staff.open("/ads/new?contract=102").body();
        assertTrue(byNumber.contains("00000102") && byNumber.contains("#new\""), byNumber);
        assertTrue(staff.open("/ads/new?contract=harbour").body().contains("Harbour Street Bakery"));
        assertTrue(staff.open("/ads/new?contract=nobody+at+all").body().contains("No contract matches"));
        org.goDown();
        String earlier = staff.open("/ads/new?contract=harbour").body();
        assertTrue(earlier.contains("Harbour Street Bakery") && earlier.contains("cannot be read now"), earlier);
    }

    @Test
    void in_an_outage_the_last_figures_stay_with_their_time_and_over_use_is_said_in_words() {
        Browser staff = staff();
        Contract contract = open(staff, "00000101");
        org.goDown();
        String before = staff.open(contract.path()).body();
        assertTrue(before.contains("Last read from Salesforce at <time datetime="), before);
        assertTrue(before.contains("20 left by the last figures"), before);
        String[] form = contract.form("title", "Far too many", "Medium", "500");
        assertEquals(303, staff.submit(contract.path() + "/ads", form).statusCode());
        String after = staff.open(contract.path()).body();
        assertTrue(after.contains("480 more than was left"), after);
        assertTrue(after.contains("0 left by the last figures"), after);
        org.mend();
        String live = staff.open(contract.path()).body();
        assertTrue(live.contains("480 more than sold"), live);
        assertFalse(Pattern.compile("[> ]-\\d").matcher(live).find(), live);
        String start = staff.open("/?number=00000101").body();
        assertTrue(start.contains("480 more than sold"), start);
        assertFalse(Pattern.compile("[> ]-\\d").matcher(start).find(), start);
    }

    @Test
    void pages_speak_german_to_those_who_want_it() {
        Browser staff = staff().speaking("de-DE,de;q=0.9,en;q=0.5");
        String start = staff.open("/?customer=bluebird").body();
        assertTrue(start.contains("<html lang=\"de\">") && start.contains("Aus Salesforce gelesen:"), start);
        Contract contract = open(staff, "Bluebird");
        assertTrue(contract.page().contains("Leistungsdatum") && contract.page().contains("Verbraucht"));
        HttpResponse<String> refused =
                staff.submit(contract.path() + "/ads", contract.form("title", "", "Small", "1,5"));
        assertTrue(refused.body().contains("Der Titel muss 1 bis 200 Zeichen haben."), refused.body());
        assertTrue(refused.body().contains("eine ganze Zahl von 1 bis 1.000.000"), refused.body());
    }

    @Test
    void the_banner_says_why_nothing_is_sent() {
        String page = staff().open("/").body();
        assertTrue(page.contains("Nothing is sent to Salesforce at the moment"), page);
        assertTrue(page.contains("No sync-worker has reported"), page);
    }

    @Test
    void finance_reads_and_cannot_book() {
        Browser finance = Browser.loggedInAs("finance", server);
        Contract contract = open(staff(), "Bluebird");
        assertFalse(finance.open(contract.path()).body().contains("Create the ad"));
        assertEquals(
                403,
                finance.submit(contract.path() + "/ads", contract.form("title", "No", "Big", "1"))
                        .statusCode());
    }

    @Test
    void every_input_has_a_label_and_every_table_a_caption() {
        Browser staff = staff();
        Contract contract = open(staff, "Bluebird");
        for (String path :
                new String[] {"/", "/ads", "/ads/new?contract=1", contract.path(), adPath(staff, "Labels")}) {
            String page = staff.open(path).body();
            Matcher inputs = Pattern.compile("<input id=\"([^\"]+)\"").matcher(page);
            while (inputs.find()) {
                assertTrue(page.contains("<label for=\"" + inputs.group(1) + "\""), path + " " + inputs.group(1));
            }
            assertEquals(page.split("<table").length, page.split("<caption").length, path);
            assertFalse(page.contains("<script>") || page.contains(" style=\""), path);
        }
    }

    private Browser staff() {
        return Browser.loggedInAs("service", server);
    }

    private String adPath(Browser staff, String title) {
        Contract contract = open(staff, "Bluebird");
        String page = staff.open(
                        location(staff.submit(contract.path() + "/ads", contract.form("title", title, "Medium", "1"))))
                .body();
        Matcher link = Pattern.compile("<a href=\"(/ads/[0-9a-f-]+)\">" + title).matcher(page);
        assertTrue(link.find(), page);
        return link.group(1);
    }

    /** A contract found by the customer's name or its number, and the page of it that is open now. */
    private Contract open(Browser staff, String customerOrNumber) {
        String by = customerOrNumber.startsWith("0") ? "number=" : "customer=";
        String start = staff.open("/?" + by + customerOrNumber).body();
        Matcher link = Pattern.compile("href=\"/contracts/(\\w{18})\"").matcher(start);
        assertTrue(link.find(), start);
        return new Contract(
                link.group(1), staff.open("/contracts/" + link.group(1)).body());
    }

    private record Contract(String id, String page) {

        String path() {
            return "/contracts/" + id;
        }

        /** The fields a browser would send for this page: products by name with their units. */
        String[] form(String... typed) {
            StringBuilder fields = new StringBuilder("token\n" + field(page, "token"));
            return StaffPagesTest.fields(page, fields, typed);
        }
    }

    private static String[] correction(String page, String... typed) {
        return fields(page, new StringBuilder("version\n" + field(page, "version")), typed);
    }

    private static String[] fields(String page, StringBuilder fields, String... typed) {
        for (int i = 0; i < typed.length; i += 2) {
            if (Character.isUpperCase(typed[i].charAt(0))) {
                fields.append("\nproduct\n")
                        .append(productId(page, typed[i]))
                        .append("\nunits\n")
                        .append(typed[i + 1]);
            } else {
                fields.append('\n').append(typed[i]).append('\n').append(typed[i + 1]);
            }
        }
        return fields.toString().split("\n", -1);
    }

    private static String productId(String page, String name) {
        Matcher label =
                Pattern.compile("<label for=\"units-(\\w{18})\">" + name).matcher(page);
        assertTrue(label.find(), () -> name + " is not on " + page);
        return label.group(1);
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1).replace("&#34;", "\"").replace("&quot;", "\"") : "";
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
