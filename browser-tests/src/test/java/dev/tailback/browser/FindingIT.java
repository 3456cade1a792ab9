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

/** "Was it reported, and if not, why?" for an ad of which a person knows a word. */
@BrowserTest
class FindingIT {

    @Test
    void an_ad_is_found_by_a_word_of_its_title_and_by_its_reference(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Haystack Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("A needle in it", contract, Map.of("Small", 1));
        stage.desk("service").placesReported("Hay", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.PHONE).opens("/ads");
        jo.types("#query", "needle").strikes("Enter").sees("#ads-list h3", "A needle in it");
        assertEquals(1, jo.all("#ads-list article").count());
        jo.sees("#ads-list .state.reported").findsItAccessible();
        jo.opens("/ads").types("#query", ad.path("reference").asText()).strikes("Enter");
        jo.sees("#ads-list h3", "A needle in it");
    }

    @Test
    void a_search_without_scripts_is_an_address_that_can_be_sent_to_others(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Bookmarked Search Ltd", Map.of("Small", 5));
        stage.desk("service").placesReported("Unmistakable", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.WITHOUT_SCRIPTS).opens("/ads");
        jo.types("#query", "Unmistakable")
                .presses(".filters button[type=submit]")
                .sees("#ads-list h3", "Unmistakable");
        Person other = stage.person("viewer", Device.DESK).opens(jo.page().url());
        other.sees("#ads-list h3", "Unmistakable").has("#query", "Unmistakable");
    }

    @Test
    void a_rejected_ad_is_one_step_away_with_its_reason(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Rejected Ltd", Map.of("Small", 5));
        stage.rejectedAd("Came too late", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens("/");
        jo.presses(".places a[href*='state=Rejected']").sees("#ads-list h3", "Came too late");
        jo.sees("#ads-list .why").findsItAccessible();
    }
}
