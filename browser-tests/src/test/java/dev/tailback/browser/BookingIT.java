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

    @Test
    void a_refused_ad_keeps_every_word_and_the_focus_is_on_what_to_do(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Refused Ltd", Map.of("Small", 5));
        Person max = stage.person("service", Device.PHONE).opens(contract.path());
        max.types("#title", "Too much").types(contract.units("Small"), "6").presses(CREATE);
        max.sees("#refusal:focus").has("#title", "Too much").has(contract.units("Small"), "6");
        max.findsItAccessible();
    }

    @Test
    void pages_speak_the_language_of_the_browser(Stage stage) {
        Person anna = stage.person("service", Device.GERMAN_PHONE).opens("/");
        anna.sees("html[lang=de]").sees("h1", "Verträge").findsItAccessible();
        stage.person("service", Device.PHONE).opens("/").sees("html[lang=en]").sees("h1", "Contracts");
    }

    @Test
    void what_is_left_is_said_while_units_are_typed(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Left After Ltd", Map.of("Small", 1_005));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        String left = contract.units("Small") + "-left";
        jo.sees(left, "1,005").types(contract.units("Small"), "5").sees(left, "1,000");
    }

    @Test
    void a_contract_is_found_and_chosen_with_the_keyboard(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Chosen By Keyboard Ltd", Map.of("Small", 5));
        Person kim = stage.person("service", Device.DESK).opens("/ads/new");
        kim.tabsTo("#contract").writes("by keyboard").sees("#contract-choices a", contract.customer());
        kim.findsItAccessible().strikes("ArrowDown", "Enter").isAt(contract.path() + ".*");
        kim.sees("h1", contract.customer());
    }
}
