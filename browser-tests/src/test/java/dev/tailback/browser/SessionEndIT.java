package dev.tailback.browser;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A session that ended threw the whole page to the login, with no word why and without a way back, and what was typed
 * was gone. Here it ends as it did then: by logging out in another tab.
 */
@BrowserTest
class SessionEndIT {
    private static final String CREATE = "form[action$='/ads'] button[type=submit]";
    private static final String ASKED_AGAIN = "#session-ended[open]";

    private static void endsTheSession(Person person) {
        person.inAnotherTab(
                "/account",
                tab -> tab.presses("form[action='/logout'] button").sees("form[action^='/login'] #password"));
    }

    @Test
    void what_is_typed_stays_on_the_page_and_is_saved_after_signing_in_there(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Session End Ltd", Map.of("Small", 5));
        Person jo = stage.stranger(Device.DESK).logsIn("service", Stage.PASSWORD);
        jo.expectsFailures()
                .opens(contract.path())
                .types("#title", "Typed before")
                .types(contract.units("Small"), "2");
        endsTheSession(jo);
        jo.sees(ASKED_AGAIN).isIn("#session-password").findsItAccessible();
        jo.types("#session-password", "wrong")
                .strikes("Enter")
                .sees("#session-error")
                .sees(ASKED_AGAIN);
        jo.types("#session-password", Stage.PASSWORD).strikes("Enter").seesNo(ASKED_AGAIN);
        jo.has("#title", "Typed before").has(contract.units("Small"), "2").presses(CREATE);
        jo.sees(".notice.good").sees("#ads h3", "Typed before");
    }

    @Test
    void without_scripts_a_form_that_comes_too_late_waits_behind_the_login(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Late Form Ltd", Map.of("Small", 5));
        Person lee = stage.stranger(Device.PHONE_WITHOUT_SCRIPTS).logsIn("service", Stage.PASSWORD);
        lee.opens(contract.path()).types("#title", "Sent too late").types(contract.units("Small"), "1");
        endsTheSession(lee);
        lee.presses(CREATE).sees(".notice.warn").sees("#password").findsItFitting();
        lee.types("#name", "service").types("#password", Stage.PASSWORD);
        lee.presses("form[action='/login/kept'] button[type=submit]");
        lee.sees(".typed", "Sent too late").findsItFitting();
        lee.presses("main button[type=submit]").sees(".notice.good").sees("#ads h3", "Sent too late");
    }

    @Test
    void who_was_logged_out_reads_why_and_comes_back_to_where_the_link_led(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Deep Link Ltd", Map.of("Small", 5));
        Person jo = stage.stranger(Device.DESK).opens(contract.path() + "?page=0");
        jo.sees("#password").signsIn("service", Stage.PASSWORD);
        jo.isAt(contract.path() + "\\?page=0").sees("h1", contract.customer());
    }
}
