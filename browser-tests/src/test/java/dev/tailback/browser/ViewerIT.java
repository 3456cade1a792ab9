package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who only reads: sees what the others see, and is offered nothing to do. */
@BrowserTest
class ViewerIT {
    /** One's own session and account are one's own business. */
    private static final String FORM_OF_OTHERS =
            "form[method=post]:not([action='/logout']):not([action='/login/again']):not([action^='/account/'])";

    private static final String WAY_TO_AN_ACT =
            "a[href='/ads/new'], a[href='/ads/import'], a[href*='copy='], a[href$='/rebook']";

    @Test
    void a_viewer_reads_every_page_that_viewers_may_and_is_offered_no_act(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Only Read Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Only read", contract, Map.of("Small", 1));
        Person vi = stage.person("viewer", Device.DESK);
        Walk walk = new Walk(vi, Route.ofPagesFor("viewer"))
                .from(List.of(contract.path(), "/ads/" + ad.path("id").asText()));
        List<String> offered = new ArrayList<>();
        for (String page : walk.pages()) {
            vi.opens(page).sees("h1");
            int acts = vi.all(FORM_OF_OTHERS).count() + vi.all(WAY_TO_AN_ACT).count();
            if (acts > 0) {
                offered.add(page + ": " + acts);
            }
        }
        assertEquals(List.of(), offered);
    }
}
