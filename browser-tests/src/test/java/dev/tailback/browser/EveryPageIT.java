package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import dev.tailback.verification.fleet.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page that the service app has, judged by axe-core and by its width, in each of its states. */
@BrowserTest
class EveryPageIT {
    /** 200 letters, as many as a title takes, and no place to break. */
    private static final String LONG = "Donaudampfschifffahrt".repeat(9) + "skapitaene!";

    private static SoldContract contract;
    private static JsonNode ad;

    @BeforeAll
    static void a_contract_with_two_reported_ads_and_a_statement_of_another(Stage stage) {
        closesAContract(stage);
        contract = stage.salesforce().sells("Every Page & Sons", Map.of("Small", 5, "Big", 5_000_000));
        stage.desk("service").placesReported(LONG, contract, Map.of("Big", 987_654));
        ad = stage.desk("service").placesReported("Spring sale", contract, Map.of("Small", 2));
    }

    private static void closesAContract(Stage stage) {
        SoldContract closed = stage.salesforce().sells("Closed & Sons", Map.of("Small", 5));
        stage.desk("service").placesReported("Closing sale", closed, Map.of("Small", 3));
        stage.salesforce().fulfils(closed);
        stage.desk("finance")
                .answered(
                        "POST",
                        "/api/finance/statements",
                        Http.JSON.createObjectNode().put("contractId", closed.id()),
                        Map.of());
    }

    private static List<String> pages(Stage stage) {
        Person admin = stage.person("admin", Device.DESK);
        Walk walk = new Walk(admin, Route.ofPages()).from(known());
        assertEquals(Set.of(), walk.missing(), "no page leads to these; give them a link, or EveryPageIT an address");
        return walk.pages();
    }

    /** Where to begin, and what only a refused form or a run of the past would lead to. */
    private static List<String> known() {
        String page = "/ads/" + id(ad);
        String entry =
                page + "/entries/" + ad.path("entries").path(0).path("id").asText();
        String none = "00000000-0000-4000-8000-000000000000";
        return List.of(
                contract.path(),
                page,
                "/salesforce/" + contract.id(),
                entry + "/retry",
                entry + "/revert",
                entry + "/request",
                page + "/requests/" + none + "/take-back",
                "/requests/" + none + "/accept",
                "/requests/" + none + "/refuse",
                "/console/operations/" + none,
                "/console/reconciliations/" + none);
    }

    private static String id(JsonNode ad) {
        return ad.path("id").asText();
    }

    /** One sentence for each fault of each page. */
    private static List<String> faults(Person person, List<String> addresses) {
        List<String> faults = new ArrayList<>();
        for (String address : addresses) {
            person.opens(address).accessibilityFaults().forEach(fault -> faults.add(address + ": " + fault));
        }
        return faults;
    }

    @Test
    void at_a_desk_in_english_and_on_a_phone_in_german(Stage stage) {
        List<String> pages = pages(stage);
        assertTrue(pages.size() > 3, pages::toString);
        assertEquals(List.of(), faults(stage.person("admin", Device.DESK), pages));
        assertEquals(List.of(), faults(stage.person("admin", Device.GERMAN_PHONE), pages));
    }

    @Test
    void while_salesforce_is_away(Stage stage) {
        List<String> pages = pages(stage);
        stage.salesforce().goesDown();
        assertEquals(List.of(), faults(stage.person("admin", Device.PHONE).expectsFailures(), pages));
    }

    @Test
    void without_scripts_every_page_fits_a_phone(Stage stage) {
        Person person = stage.person("admin", Device.PHONE_WITHOUT_SCRIPTS);
        for (String address : pages(stage)) {
            person.opens(address).findsItFitting();
        }
    }

    @Test
    void an_empty_contract_and_a_locked_one(Stage stage) {
        SoldContract other = stage.salesforce().sells("Empty and Locked Ltd", Map.of("Small", 5));
        Person person = stage.person("service", Device.PHONE);
        assertEquals(List.of(), faults(person, List.of(other.path())));
        JsonNode locked = stage.desk("service").placesReported("Locked", other, Map.of("Small", 1));
        JsonNode late = stage.rejectedAd("Too late", other, Map.of("Small", 1));
        List<String> pages = List.of(other.path(), "/ads/" + id(locked), "/ads/" + id(late));
        assertEquals(List.of(), faults(person, pages));
        assertEquals(List.of(), faults(stage.person("viewer", Device.GERMAN_PHONE), pages));
    }

    @Test
    void what_is_not_there_and_what_is_not_allowed(Stage stage) {
        Person person = stage.person("finance", Device.GERMAN_PHONE);
        assertEquals(
                List.of(),
                faults(person, List.of("/contracts/800000000000000AAA", "/ads/none", "/no-such-page", "/?page=99")));
        Person stranger = stage.stranger(Device.GERMAN_PHONE);
        assertEquals(List.of(), faults(stranger, List.of("/", "/login")));
    }

    @Test
    void the_judges_find_a_page_that_is_bad(Stage stage) {
        Person person = stage.stranger(Device.PHONE);
        person.page()
                .setContent(
                        "<title>x</title><main><input><p style='width: 400px; background: #fff; color: #eee'>hard to read</p>");
        List<String> faults = person.accessibilityFaults();
        for (String rule : List.of("html-has-lang", "label", "color-contrast", "wider than the window")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(rule)), () -> rule + " in " + faults);
        }
    }

    @Test
    void a_script_that_fails_is_noticed(Stage stage) {
        Person person = stage.stranger(Device.DESK).opens("/login");
        assertEquals(List.of(), person.complaints());
        person.page().evaluate("setTimeout(() => { throw new Error('on purpose'); })");
        person.page().evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">inline</p>')");
        person.page().waitForCondition(() -> person.complaints().size() > 1);
        assertFalse(person.forgetsComplaints().isEmpty());
    }

    @Test
    void a_page_that_nothing_leads_to_is_noticed(Stage stage) {
        Person admin = stage.person("admin", Device.DESK);
        List<Route> routes = List.of(new Route("/"), new Route("/forgotten/{id}"));
        assertEquals(
                Set.of("/forgotten/{id}"),
                new Walk(admin, routes).from(List.of()).missing());
    }
}
