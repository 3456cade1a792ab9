package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
    private static final String SAVE = "#correct button[type=submit]";
    private static final String UNSENDABLE = "#correct [data-unsendable]";

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

    // Each form has a button, and a button counted as typed into: every form kept the version it came with.
    @Test
    void a_form_in_which_nothing_was_typed_takes_what_another_person_saved_and_says_nothing(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Only Looks Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Before", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).presses("#title");
        String seen = jo.all("#correct input[name=version]").inputValue();
        stage.desk("operator").corrects(ad, "After", contract, Map.of("Small", 2));
        jo.sees("h1", "After").has("#title", "After").isIn("#title").seesNo("#correct[data-overtaken]");
        jo.isOffered("[data-changed-meanwhile]", 0);
        assertNotEquals(seen, jo.all("#correct input[name=version]").inputValue());
        jo.types("#title", "Mine upon it").presses(SAVE).sees(".notice.good").sees("h1", "Mine upon it");
        assertFalse(jo.reads(".notice.good").contains("together"));
    }

    // The units went without a word, because the form that the server has then does not ask for them.
    @Test
    void units_typed_into_a_correction_stay_to_be_copied_when_the_contract_is_fulfilled_meanwhile(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Corrected Too Late Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Being corrected", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).types(contract.units("Small"), "3");
        jo.presses("#note").writes("half a sen").isOffered(UNSENDABLE, 0);
        stage.salesforce().fulfils(contract);
        jo.returns().sees(".title .tag.fulfilled").sees(UNSENDABLE, "can no longer be sent");
        jo.isIn("#note").writes("tence").has("#note", "half a sentence").has(contract.units("Small"), "3");
        jo.sees(SAVE + ":disabled").presses("#title").strikes("Enter");
        jo.returns().sees(SAVE + ":disabled").has(contract.units("Small"), "3").findsItAccessible();
        assertEquals(
                1,
                stage.desk("service")
                        .shows(ad)
                        .path("entries")
                        .path(0)
                        .path("units")
                        .asInt());
        stage.salesforce().reopens(contract);
        jo.returns().sees(SAVE + ":enabled").isOffered(UNSENDABLE, 0).has("#note", "half a sentence");
        jo.presses(SAVE).sees(".notice.good").sees(".entry-card .units", "3 × Small");
    }

    @Test
    void a_title_typed_into_a_correction_is_saved_although_the_contract_is_fulfilled_meanwhile(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Title Too Late Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("An old name", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).types("#title", "A new name");
        stage.salesforce().fulfils(contract);
        jo.returns().sees(".title .tag.fulfilled").seesNo("#correct #products").has("#title", "A new name");
        jo.isOffered(UNSENDABLE, 0).presses(SAVE).sees(".notice.good").sees("h1", "A new name");
    }

    @Test
    void what_was_typed_into_a_correction_stays_to_be_copied_when_another_person_cancels_the_ad(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Cancelled Meanwhile Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("To be cancelled", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).types("#note", "Typed for long");
        stage.desk("operator").cancels(ad);
        jo.sees(UNSENDABLE, "can no longer be sent")
                .has("#note", "Typed for long")
                .sees(SAVE + ":disabled");
        jo.seesNo("form[action$='/cancel']").findsItAccessible();
    }

    @Test
    void a_request_and_an_answer_to_one_stay_to_be_copied_when_another_person_was_faster(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Two Ask Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Asked twice", contract, Map.of("Small", 3));
        stage.salesforce().fulfils(contract);
        String ask = "details[id^='ask-'] ";
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).sees(".title .state.locked");
        jo.presses(ask + "summary").types(ask + "input[name=units]", "2");
        jo.types(ask + "input[name=reason]", "Two were shown");
        JsonNode request = stage.desk("operator").asks(ad, 1, "One was shown");
        jo.sees(".request.open", "One was shown").sees(ask + "[data-unsendable]", "can no longer be sent");
        jo.has(ask + "input[name=reason]", "Two were shown")
                .sees(ask + "button:disabled")
                .findsItAccessible();

        String answer = "article:has-text('Asked twice') form ";
        Person fay = stage.person("finance", Device.DESK).opens("/requests");
        fay.types(answer + "input[name=reason]", "Not this ye").presses(answer + "input[name=reason]");
        stage.desk("finance").refuses(request, "The invoice is out");
        fay.sees(answer + "[data-unsendable]", "can no longer be sent").findsItAccessible();
        fay.isIn(answer + "input[name=reason]").has(answer + "input[name=reason]", "Not this ye");
        fay.sees(answer + "button.quiet:disabled");

        jo.sees(".request.refused").sees(ask + "button:enabled").isOffered(ask + "[data-unsendable]", 0);
        jo.presses(ask + "button").sees(".request.open", "Two were shown");
    }

    @Test
    void a_correction_that_is_being_typed_hears_that_the_contract_closes_and_can_be_sent_again_later(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Closes Meanwhile Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("More of it", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).types(contract.units("Small"), "3");
        stage.desk("finance").closes(contract);
        jo.sees("#closing", "not more").has(contract.units("Small"), "3").findsItAccessible();
        jo.presses(SAVE).sees("#refusal").has(contract.units("Small"), "3").sees("#closing");
        stage.desk("finance").takesClosingBack(contract);
        jo.seesNo("#closing").has(contract.units("Small"), "3").presses(SAVE);
        jo.sees(".notice.good").sees(".entry-card .units", "3 × Small");
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
