package dev.tailback.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that people must get done, in a browser that runs no script. */
@BrowserTest
class ScriptlessIT {

    @Test
    void a_contract_is_found_and_an_ad_booked_on_it(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Found Without Ltd", Map.of("Small", 5));
        Person lee = stage.person("service", Device.PHONE_WITHOUT_SCRIPTS).opens("/ads/new");
        lee.types("#contract", "Found Without").presses("form.picker button[type=submit]");
        lee.presses("#contract-choices a").sees("h1", contract.customer());
        lee.types("#title", "Without any script").types(contract.units("Small"), "1");
        lee.presses("#new-ad button[type=submit]").sees(".notice.good").sees("#ads h3", "Without any script");
    }

    @Test
    void what_was_typed_stays_to_be_copied_when_the_contract_closes_meanwhile(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Closed Without Scripts Ltd", Map.of("Small", 5));
        Person lee = stage.person("service", Device.PHONE_WITHOUT_SCRIPTS).opens(contract.path());
        lee.types("#title", "Typed too late")
                .types(contract.units("Small"), "2")
                .types("#note", "Kept");
        stage.desk("finance").closes(contract);
        lee.expectsFailures().presses("#new-ad button[type=submit]").sees("#closing", "finance");
        lee.has("#title", "Typed too late").has(contract.units("Small"), "2").has("#note", "Kept");
        lee.sees("#new-ad [data-unsendable]", "can no longer be sent");
        lee.sees("#new-ad button[type=submit]:disabled").findsItFitting();
    }

    @Test
    void an_ad_is_corrected_booked_elsewhere_and_cancelled(Stage stage) {
        SoldContract from = stage.salesforce().sells("Without From Ltd", Map.of("Small", 5));
        SoldContract to = stage.salesforce().sells("Without To Ltd", Map.of("Big", 4));
        JsonNode ad = stage.desk("service").placesReported("Without scripts", from, Map.of("Small", 1));
        String page = "/ads/" + ad.path("id").asText();
        Person lee = stage.person("service", Device.PHONE_WITHOUT_SCRIPTS).opens(page);
        lee.types(from.units("Small"), "2")
                .presses("#correct button[type=submit]")
                .sees(".notice.good");
        lee.sees(".entry-card .units", "2 × Small").presses("a[href$='/rebook']");
        lee.types("main search input", "Without To").presses("main search button");
        lee.presses("a[href*='contract=" + to.id() + "']")
                .types(to.units("Big"), "3")
                .findsItFitting();
        lee.presses("main form.once button[type=submit]").sees(".notice.good");
        lee.sees(".entry-card .units:not(.gone)", "3 × Big");
        lee.presses("form[action$='/cancel'] button").sees(".notice.good").sees(".title .tag", "cancelled");
        lee.findsItFitting();
    }

    @Test
    void finance_closes_a_contract(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Closed Without Ltd", Map.of("Small", 5));
        stage.desk("service").placesReported("Closed without scripts", contract, Map.of("Small", 2));
        stage.salesforce().fulfils(contract);
        Person fay = stage.person("finance", Device.PHONE_WITHOUT_SCRIPTS).opens("/finance");
        String one = "section[aria-labelledby=statements] ";
        fay.presses(one + "summary").types(one + "input[name=contractId]", contract.id());
        fay.presses(one + "form button")
                .sees(".notice.good")
                .sees("main", "1,900.00")
                .findsItFitting();
    }

    @Test
    void an_operator_counts_and_asks_again(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Parked Without Ltd", Map.of("Small", 5));
        JsonNode ad = stage.rejectedAd("Parked without scripts", contract, Map.of("Small", 1));
        stage.salesforce().reopens(contract);
        Person oz = stage.person("operator", Device.PHONE_WITHOUT_SCRIPTS).opens("/console/entries?state=Rejected");
        oz.types("#contractId", contract.id()).presses("search button").findsItFitting();
        oz.presses("button[value=count]").sees("main", "1 parked entry matches");
        oz.types("#reason", "It is open again").presses("button[value=retry]").findsItFitting();
        stage.desk("service").awaits(ad, "Reported");
    }
}
