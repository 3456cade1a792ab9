package dev.tailback.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of an ad, for hands that use no mouse. Booking and the choice of a contract are in {@link BookingIT}. */
@BrowserTest
class KeyboardIT {

    private static Person at(Stage stage, JsonNode ad) {
        return stage.person("service", Device.DESK)
                .opens("/ads/" + ad.path("id").asText());
    }

    @Test
    void an_ad_is_corrected_and_cancelled(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Keys Correct Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("By keys", contract, Map.of("Small", 1));
        Person kim = at(stage, ad).tabsTo("#title").writes("By keys alone");
        kim.tabsTo(contract.units("Small"))
                .writes("2")
                .tabsTo("#correct button")
                .strikes("Enter");
        kim.sees(".notice.good").sees("h1", "By keys alone").sees(".entry-card .units", "2 × Small");
        kim.tabsTo("#cancel-reason").writes("Not wanted").tabsTo("form[action$='/cancel'] button");
        kim.strikes("Enter").sees(".notice.good").sees(".title .tag", "cancelled");
    }

    @Test
    void an_ad_is_booked_on_another_contract(Stage stage) {
        SoldContract from = stage.salesforce().sells("Keys From Ltd", Map.of("Small", 5));
        SoldContract to = stage.salesforce().sells("Keys To Ltd", Map.of("Big", 4));
        JsonNode ad = stage.desk("service").placesReported("Moves by keys", from, Map.of("Small", 1));
        Person kim = at(stage, ad).tabsTo("a[href$='/rebook']").strikes("Enter").isAt("/rebook");
        kim.tabsTo("main search input").writes("Keys To").sees("a[href*='contract=" + to.id() + "']");
        kim.strikes("ArrowDown", "Enter").sees(to.units("Big"));
        kim.tabsTo(to.units("Big")).writes("2").tabsTo("main form.once button").strikes("Enter");
        kim.sees(".notice.good").sees(".entry-card .units:not(.gone)", "2 × Big");
    }

    @Test
    void finance_is_asked_for_a_correction(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Keys Ask Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Asked by keys", contract, Map.of("Small", 2));
        stage.salesforce().fulfils(contract);
        Person kim = at(stage, ad).sees(".title .state.locked");
        kim.tabsTo("details[id^='ask-'] summary").strikes("Enter");
        kim.tabsTo("details[id^='ask-'] input[name=units]").writes("1");
        kim.tabsTo("details[id^='ask-'] input[name=reason]").writes("One was shown");
        kim.tabsTo("form[action$='/request'] button").strikes("Enter");
        kim.sees(".notice.good").sees(".request.open", "One was shown");
    }
}
