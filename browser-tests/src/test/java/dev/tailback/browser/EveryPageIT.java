package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Desk;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import dev.tailback.verification.fleet.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page that the service app has, judged by axe-core and by its width, in each of its states. */
@BrowserTest
class EveryPageIT {
    /** 200 letters, as many as a title takes, and no place to break. */
    private static final String LONG = "Donaudampfschifffahrt".repeat(9) + "skapitaene!";

    private static final String NONE = "00000000-0000-4000-8000-000000000000";

    private static SoldContract contract;
    private static JsonNode ad;
    private static Map<String, String> made;
    private static List<String> walked = List.of();

    @BeforeAll
    static void something_of_every_kind(Stage stage) {
        Desk service = stage.desk("service");
        SoldContract closed = stage.salesforce().sells("Closed & Sons", Map.of("Small", 5));
        JsonNode locked = service.placesReported("Closing sale", closed, Map.of("Small", 3));
        stage.rejectedAd("Too late", stage.salesforce().sells("Parked & Sons", Map.of("Small", 5)), Map.of("Small", 1));
        stage.salesforce().fulfils(closed);
        service.answered("GET", "/api/contracts/" + closed.id(), Http.NOTHING, Map.of());
        service.awaits(locked, "Locked");
        JsonNode statement =
                posts(stage.desk("finance"), "/api/finance/statements", json -> json.put("contractId", closed.id()));
        JsonNode request = posts(
                service,
                "/api/correction-requests",
                json -> json.put("entryId", entry(locked)).put("units", 2).put("reason", "Two were shown"));
        contract = stage.salesforce().sells("Every Page & Sons", Map.of("Small", 5, "Big", 5_000_000));
        service.placesReported(LONG, contract, Map.of("Big", 987_654));
        ad = service.placesReported("Spring sale", contract, Map.of("Small", 2));
        made = Map.of(
                "contract", contract.id(),
                "emptyContract",
                        stage.salesforce()
                                .sells("Empty & Sons", Map.of("Small", 5))
                                .id(),
                "closed", closed.id(),
                "ad", id(ad),
                "lockedAd", id(locked),
                "lockedEntry", entry(locked),
                "request", id(request),
                "statement", statement.path("number").asText(),
                "none", NONE);
    }

    private static JsonNode posts(Desk desk, String path, UnaryOperator<ObjectNode> body) {
        return desk.answered("POST", path, body.apply(Http.JSON.createObjectNode()), Map.of());
    }

    private static String entry(JsonNode ad) {
        return ad.path("entries").path(0).path("id").asText();
    }

    private static List<String> pages(Stage stage) {
        if (walked.isEmpty()) {
            Walk walk = new Walk(stage.person("admin", Device.DESK), Route.ofPages()).from(known());
            assertEquals(
                    Set.of(), walk.missing(), "no page leads to these; give them a link, or EveryPageIT an address");
            walked = walk.pages();
        }
        return walked;
    }

    /** One sentence for each fault of each page that can be in this state. */
    private static List<String> faultsWhen(String state, Person person) {
        List<String> faults = new ArrayList<>();
        for (PageState each : PageState.all()) {
            if (each.state().equals(state)) {
                PageState there = each.with(made);
                there.shownTo(person);
                person.accessibilityFaults().forEach(fault -> faults.add(there + ": " + fault));
            }
        }
        return faults;
    }

    /** Where to begin, and what only a refused form or a run of the past would lead to. */
    private static List<String> known() {
        String page = "/ads/" + id(ad);
        String entry = page + "/entries/" + entry(ad);
        return List.of(
                contract.path(),
                page,
                "/salesforce/" + contract.id(),
                entry + "/retry",
                entry + "/revert",
                entry + "/request",
                page + "/requests/" + NONE + "/take-back",
                "/requests/" + NONE + "/accept",
                "/requests/" + NONE + "/refuse",
                "/console/operations/" + NONE,
                "/console/reconciliations/" + NONE);
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
    void with_nothing_on_them(Stage stage) {
        assertEquals(List.of(), faultsWhen("empty", stage.person("admin", Device.PHONE)));
    }

    @Test
    void after_a_refusal(Stage stage) {
        assertEquals(List.of(), faultsWhen("refused", stage.person("admin", Device.GERMAN_PHONE)));
    }

    @Test
    void after_the_lock(Stage stage) {
        assertEquals(List.of(), faultsWhen("locked", stage.person("admin", Device.PHONE)));
        assertEquals(List.of(), faultsWhen("locked", stage.person("viewer", Device.GERMAN_PHONE)));
    }

    @Test
    void for_every_page_it_is_decided_in_which_states_it_can_be() {
        assertEquals(Set.of(), PageState.undecided(Route.ofPages()), () -> "give these a line in states.txt");
        assertEquals(Set.of("/forgotten"), PageState.undecided(List.of(new Route("/"), new Route("/forgotten"))));
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
                        "<title>x</title><main><input><p style='width: 400px; background: #fff; color: #eee'>hard to read</p>"
                                + "<div style='position: relative'><input type=checkbox>"
                                + "<b style='position: absolute; inset: 0'></b></div>");
        List<String> faults = person.accessibilityFaults();
        for (String rule : List.of("html-has-lang", "label", "color-contrast", "wider than the window", "covered")) {
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
