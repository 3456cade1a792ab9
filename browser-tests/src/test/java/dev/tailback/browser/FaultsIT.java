package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people who used the pages for a day stumbled over. */
@BrowserTest
class FaultsIT {

    private static String page(JsonNode ad) {
        return "/ads/" + ad.path("id").asText();
    }

    // A shared address announced that an ad was saved, whatever its name; every reload repeated it.
    @Test
    void a_notice_is_not_made_by_an_address_and_not_repeated(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Notice Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK);
        jo.opens(contract.path() + "?saved=AD-999").sees("h1").seesNo(".notice.good");
        jo.types("#title", "Once")
                .types(contract.units("Small"), "1")
                .presses("form[action$='/ads'] button[type=submit]");
        jo.sees(".notice.good");
        jo.page().reload();
        jo.sees("h1").seesNo(".notice.good");
    }

    // The address of a refused form, opened again, showed a bare part of a page.
    @Test
    void the_address_of_a_refused_form_opens_a_whole_page(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Bookmark Ltd", Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.types("#title", "Refused")
                .presses("form[action$='/ads'] button[type=submit]")
                .sees("#refusal");
        jo.opens(jo.page().url()).sees("header.bar").sees("h1", "Bookmark Ltd");
    }

    // A page beyond the last said that the contract has no ad.
    @Test
    void a_page_beyond_the_last_does_not_say_that_there_is_no_ad(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Beyond Ltd", Map.of("Small", 5));
        stage.desk("service").placesReported("The only one", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(contract.path() + "?page=70");
        assertFalse(jo.reads("#ads").contains("No ad on this contract yet"), jo.reads("#ads"));
    }

    // The header lost its user on a page that says that there is no such page.
    @Test
    void a_page_that_is_not_there_still_knows_who_asks(Stage stage) {
        Person jo = stage.person("service", Device.DESK).opens("/no-such-page");
        jo.sees("form[action='/logout']", "service");
    }

    // The form counted the ad's own units as taken.
    @Test
    void the_units_of_the_ad_itself_can_be_booked_when_it_is_corrected(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Own Units Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("All of them", contract, Map.of("Small", 5));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        jo.sees("label[for='" + contract.units("Small").substring(1) + "']", "5");
    }

    // After an outage 500 of 10 were plain green, and "-492 can be booked".
    @Test
    void over_use_is_marked_and_nothing_below_zero_can_be_booked(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Over-use Ltd", Map.of("Small", 10));
        stage.salesforce().goesDown();
        JsonNode ad = stage.desk("service").places("Far too much", contract, Map.of("Small", 500));
        stage.salesforce().returns();
        stage.desk("service").awaits(ad, "Reported");
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        String booked = jo.reads("#panel")
                + jo.reads("label[for='" + contract.units("Small").substring(1) + "']");
        assertFalse(booked.matches("(?s).*[-\u2212]490 can be booked.*"), booked);
    }

    // In an outage the panel forgot the figures that it had shown a second before.
    @Test
    void in_an_outage_the_last_figures_stay_with_their_time(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Last Figures Ltd", Map.of("Small", 77));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.sees("#panel", "77");
        stage.salesforce().goesDown();
        jo.expectsFailures().opens(contract.path());
        jo.sees("#panel", "77").sees("#panel time");
    }

    // Words of programmers stood in front of the service team.
    @Test
    void an_outage_is_told_without_words_of_programmers(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Plain Words Ltd", Map.of("Small", 5));
        stage.salesforce().goesDown();
        JsonNode ad = stage.desk("service").places("Waits", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).expectsFailures();
        for (String address : List.of("/", contract.path(), page(ad))) {
            String text = jo.opens(address).reads("body");
            for (String word : List.of("Exception", "end of file", "NO_ANSWER", "connect timed out")) {
                assertFalse(text.contains(word), () -> address + " says " + word + ": " + text);
            }
        }
    }

    // A second save told nothing of what the first had changed.
    @Test
    void the_second_of_two_people_sees_what_the_first_changed(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Conflict Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Both", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(page(ad));
        stage.desk("operator").corrects(ad, "By the other", contract, Map.of("Small", 1));
        jo.types("#title", "By me").presses("form:has(#title) button[type=submit]");
        jo.sees("main", "operator")
                .sees("main", "By the other")
                .has("#title", "By me")
                .findsItAccessible();
        assertEquals(
                "By the other", stage.desk("service").shows(ad).path("title").asText());
    }
}
