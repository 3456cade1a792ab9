package dev.tailback.browser;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A working day's most frequent act, by everybody who does it. */
@BrowserTest
class BookingIT {
    private static final String CREATE = "form[action$='/ads'] button[type=submit]";

    @Test
    void an_ad_is_booked_and_seen_reported(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Booking Ltd", Map.of("Small", 5));
        Person jo = stage.stranger(Device.DESK).logsIn("service", Stage.PASSWORD);
        jo.opens(contract.path()).sees("h1", "Booking Ltd");
        jo.types("#title", "Spring sale").types(contract.units("Small"), "2").presses(CREATE);
        jo.sees(".notice.good").sees(".state.reported").findsItAccessible();
    }

    @Test
    void an_ad_is_booked_with_the_keyboard_alone(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Keyboard Ltd", Map.of("Small", 5));
        Person kim = stage.stranger(Device.DESK).opens("/login");
        kim.tabsTo("#name")
                .writes("service")
                .tabsTo("#password")
                .writes(Stage.PASSWORD)
                .strikes("Enter");
        kim.sees("form[action='/logout']").opens(contract.path());
        kim.tabsTo("#title")
                .writes("By keyboard")
                .tabsTo(contract.units("Small"))
                .writes("1");
        kim.tabsTo(CREATE).strikes("Enter");
        kim.sees(".notice.good").sees(".state.reported");
    }

    @Test
    void an_ad_is_booked_and_cancelled_without_scripts(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Scriptless Ltd", Map.of("Small", 5));
        Person lee = stage.person("service", Device.PHONE_WITHOUT_SCRIPTS).opens(contract.path());
        lee.types("#title", "Without scripts")
                .types(contract.units("Small"), "2")
                .presses(CREATE);
        lee.sees(".notice.good").findsItFitting();
        lee.presses("#ads article a").sees("h1", "Without scripts").findsItFitting();
        lee.presses("form[action$='/cancel'] button[type=submit]")
                .sees(".title .tag")
                .findsItFitting();
    }
}
