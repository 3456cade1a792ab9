package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A page that stays open says one thing. Half of it went stale: the tag said open beside "0 can be booked", the form
 * kept what another person had corrected, and each change took the focus and closed what was open.
 */
@BrowserTest
class OneTruthIT {
    private static final String CREATE = "form[action$='/ads'] button[type=submit]";

    private static String page(JsonNode ad) {
        return "/ads/" + ad.path("id").asText();
    }

    @Test
    void when_finance_fulfils_tag_figures_form_and_notice_change_together(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Fulfilled Meanwhile Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.sees(".title .tag.open").types("#title", "The last one").types(contract.units("Small"), "1");
        jo.presses(CREATE).sees(".notice.good").sees("#ads .state.reported");
        stage.salesforce().fulfils(contract);
        jo.returns().sees("#ads .state.locked").sees(".title .tag.fulfilled").seesNo(".title .tag.open");
        jo.seesNo("#new-ad").seesNo(".notice.good");
        assertEquals("0", jo.reads("#panel tbody td:last-child"));
    }

    // What was typed went with the form when somebody else let the contract close meanwhile.
    @Test
    void when_a_contract_closes_meanwhile_what_was_typed_stays_to_be_copied_and_cannot_be_sent(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Closed Meanwhile Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.types("#title", "Typed for long").types(contract.units("Small"), "2");
        jo.presses("#note").writes("half a sen").seesNo("#new-ad [data-unsendable]:not([hidden])");
        stage.desk("finance").closes(contract);
        jo.sees("#closing", "finance").sees("#new-ad [data-unsendable]", "can no longer be sent");
        jo.isIn("#note").writes("tence").has("#note", "half a sentence");
        jo.has("#title", "Typed for long").has(contract.units("Small"), "2");
        jo.sees("#new-ad button[type=submit]:disabled").presses("#title").strikes("Enter");
        jo.returns().sees("#new-ad button[type=submit]:disabled").findsItAccessible();
        assertEquals(0, jo.all("#ads .ad").count());
        stage.desk("finance").takesClosingBack(contract);
        jo.sees("#new-ad button[type=submit]:enabled").seesNo("#closing");
        jo.seesNo("#new-ad [data-unsendable]:not([hidden])").has("#note", "half a sentence");
        jo.presses(CREATE).sees(".notice.good").sees("#ads h3", "Typed for long");
    }

    @Test
    void a_form_in_which_nothing_was_typed_goes_when_the_contract_closes(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Closed Untouched Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(contract.path()).sees("#new-ad");
        stage.desk("finance").closes(contract);
        jo.sees("#closing").seesNo("#new-ad");
    }

    @Test
    void when_salesforce_returns_figures_tag_and_form_are_live_again(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Back Again Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.sees(".title .tag.open").sees("#panel table:not(.old)");
        stage.salesforce().goesDown();
        jo.expectsFailures().opens(contract.path()).sees("#panel table.old").seesNo(".title .tag.open");
        stage.salesforce().returns();
        jo.sees(".title .tag.open").sees("#panel table:not(.old)").seesNo("#panel table.old");
        jo.sees(contract.units("Small") + "-left[data-left='5']");
    }

    @Test
    void a_correction_of_another_person_reaches_heading_entries_and_form(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Both Look Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("As it was", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).sees("h1", "As it was");
        stage.desk("operator").corrects(ad, "As it is", contract, Map.of("Small", 3));
        jo.sees("h1", "As it is").sees(".entry-card .units", "3 × Small");
        jo.has("#title", "As it is").has(contract.units("Small"), "3");
    }

    @Test
    void a_change_leaves_focus_what_is_typed_and_what_is_open_as_they_are(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Undisturbed Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Being read", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        jo.presses("details.codes summary").sees("details.codes[open]");
        jo.presses("#reason").writes("half a sen").isIn("#reason");
        stage.desk("operator").corrects(ad, "Changed meanwhile", contract, Map.of("Small", 2));
        jo.sees("h1", "Changed meanwhile").sees(".entry-card .units", "2 × Small");
        jo.isIn("#reason").writes("tence").has("#reason", "half a sentence");
        jo.sees("details.codes[open]").sees("[data-changed-meanwhile]").findsItAccessible();
    }
}
