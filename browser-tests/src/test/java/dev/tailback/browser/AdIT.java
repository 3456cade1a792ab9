package dev.tailback.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of one ad: what a person may do with it, and what it says of what was done. */
@BrowserTest
class AdIT {
    private static final String SAVE = "#correct button[type=submit]";
    private static final String CANCEL = "form[action$='/cancel'] button[type=submit]";
    private static final String OFFERED_UNITS = "#correct input[name=units]:not([type=hidden])";

    private static String page(JsonNode ad) {
        return "/ads/" + ad.path("id").asText();
    }

    // Refusals told people to book on another contract, and no page could.
    @Test
    void an_ad_is_booked_on_another_contract_and_each_entry_names_its_own(Stage stage) {
        SoldContract from = stage.salesforce().sells("Moved From Ltd", Map.of("Small", 5));
        SoldContract to = stage.salesforce().sells("Moved To Ltd", Map.of("Big", 4));
        JsonNode ad = stage.desk("service").placesReported("On the move", from, Map.of("Small", 2));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        jo.presses("a[href$='/rebook']").findsItAccessible();
        jo.types("main search input", "Moved To").presses("main search button");
        jo.presses("a[href*='contract=" + to.id() + "']").types(to.units("Big"), "3");
        jo.types("#reason", "Sold to the sister").presses("main form.once button[type=submit]");
        jo.sees(".notice.good").sees(".entry-card:has(.state.reported) .units:not(.gone)", "3 × Big");
        jo.sees(".entry-card:has(.units.gone)", from.customer());
        jo.sees(".entry-card:has(.units:not(.gone))", to.customer());
        jo.sees(".timeline", "Sold to the sister").findsItAccessible();
        jo.opens(from.path()).sees("#ads", "On the move");
        jo.opens(to.path()).sees("#ads", "On the move").sees("#panel tbody", "1");
    }

    // Form and button were offered, and then refused.
    @Test
    void after_the_lock_only_what_is_allowed_is_offered(Stage stage) {
        SoldContract contract = stage.salesforce().sells("After The Lock Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Will be locked", contract, Map.of("Small", 2));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        jo.sees(CANCEL).sees(OFFERED_UNITS);
        stage.salesforce().fulfils(contract);
        jo.returns().sees(".title .state.locked").isOffered(CANCEL, 0).isOffered(OFFERED_UNITS, 0);
        jo.isOffered("a[href$='/rebook']", 0)
                .presses("details[id^='ask-'] summary")
                .sees("form[action$='/request']")
                .findsItAccessible();
        jo.types("#title", "A better name").presses(SAVE).sees(".notice.good").sees("h1", "A better name");
    }

    // What had never been in Salesforce was a green "Reported" after it was taken back.
    @Test
    void what_is_taken_back_before_salesforce_held_it_is_withdrawn(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Withdrawn Ltd", Map.of("Small", 5));
        JsonNode ad = stage.rejectedAd("Never there", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).sees(".state.rejected");
        jo.presses("form[action$='/revert'] button").sees(".notice.good").sees(".entry-card .state.withdrawn");
        jo.seesNo(".entry-card .state.reported").sees(".timeline", "withdrew").findsItAccessible();
        jo.opens("/ads?query=Never+there").sees("#ads-list .state.withdrawn").seesNo("#ads-list .state.reported");
    }

    // A new title left no trace, and the reason that was typed with it was dropped.
    @Test
    void a_new_title_stays_in_what_happened_with_its_reason(Stage stage) {
        SoldContract contract = stage.salesforce().sells("New Title Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Sping sale", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        jo.types("#title", "Spring sale")
                .types("#reason", "A letter was missing")
                .presses(SAVE);
        jo.sees(".notice.good").sees("h1", "Spring sale");
        jo.sees(".timeline li.person:has-text('Sping sale')", "“Spring sale”");
        jo.sees(".timeline li.person:has-text('Sping sale')", "A letter was missing");
        jo.sees(".timeline li.person:has-text('Sping sale') strong", "service");
    }

    @Test
    void each_attempt_opens_to_what_was_sent_and_what_came_back(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Attempts Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Sent once", contract, Map.of("Small", 2));
        Person jo = stage.person("service", Device.PHONE).opens(page(ad)).seesNo(".timeline details.attempt[open]");
        jo.presses(".timeline details.attempt summary").sees(".timeline details.attempt", "worker-");
        jo.sees(".timeline details.attempt summary", "HTTP 200").sees(".timeline details.attempt", "\"Units__c\" : 2");
        jo.sees(".timeline details.attempt", "\"Ad_Title__c\" : \"Sent once\"");
        jo.sees(".timeline details.attempt", "\"created\" : true");
        jo.findsItAccessible().findsItFitting();
    }

    // After the lock nothing could be corrected.
    @Test
    void finance_is_asked_for_a_correction_opens_the_contract_and_it_is_made(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Asked For Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("One too many", contract, Map.of("Small", 3));
        stage.salesforce().fulfils(contract);
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).sees(".title .state.locked");
        jo.presses("details[id^='ask-'] summary").types("details[id^='ask-'] input[name=units]", "2");
        jo.types("details[id^='ask-'] input[name=reason]", "Two were shown").findsItAccessible();
        jo.presses("form[action$='/request'] button").sees(".request.open", "Two were shown");
        Person fay = stage.person("finance", Device.DESK).opens("/finance");
        fay.presses("a[href='/requests']");
        fay.presses("article:has-text('One too many') button[formaction$='/accept']")
                .sees(".notice.good");
        stage.salesforce().reopens(contract);
        jo.sees(".request.corrected").sees(".entry-card .state.reported").sees(".entry-card .units", "2 × Small");
        jo.sees(".timeline", "Two were shown");
    }

    @Test
    void finance_refuses_a_correction_with_a_reason_that_staff_read(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Asked In Vain Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("As agreed", contract, Map.of("Small", 3));
        stage.salesforce().fulfils(contract);
        Person jo = stage.person("service", Device.DESK).opens(page(ad)).sees(".title .state.locked");
        jo.presses("details[id^='ask-'] summary").types("details[id^='ask-'] input[name=units]", "1");
        jo.types("details[id^='ask-'] input[name=reason]", "They say so").presses("form[action$='/request'] button");
        jo.sees(".request.open");
        Person fay = stage.person("finance", Device.GERMAN_PHONE).opens("/requests");
        String asked = "article:has-text('As agreed')";
        fay.presses(asked + " button.quiet").sees("#refusal").findsItAccessible();
        fay.types(asked + " input[name=reason]", "The invoice is out").presses(asked + " button.quiet");
        fay.sees(".notice.good");
        jo.sees(".request.refused", "The invoice is out").sees(".title .state.locked");
    }
}
