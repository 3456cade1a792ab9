package dev.tailback.browser;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who log in at the company's provider, which a browser takes for another site. */
@BrowserTest
class OidcIT {

    @Test
    void a_person_logs_in_at_the_provider_and_out_again(Stage stage) {
        Person vera = stage.stranger(Device.PHONE).opens("/ads?state=Waiting");
        vera.sees("#by-provider", "Demo ID").findsItAccessible().pictures("login-with-provider");
        vera.presses("#by-provider").sees("#vera").presses("#vera").isAt("/ads\\?state=Waiting");
        vera.opens("/account").sees("h1").findsItAccessible().pictures("account-of-provider");
        vera.presses("form[action='/logout'] button").isAt("/login$");
        vera.opens("/ads").sees("#by-provider");
    }

    @Test
    void what_is_typed_stays_while_its_writer_logs_in_at_the_provider_in_another_tab(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Provider Ltd", Map.of("Small", 5));
        Person anna = stage.stranger(Device.DESK).opens(contract.path()).expectsFailures();
        anna.presses("#by-provider").presses("#anna").sees("#title");
        anna.types("#title", "Half a sentence").types(contract.units("Small"), "2");
        anna.inAnotherTab(
                "/account", tab -> tab.presses("form[action='/logout'] button").isAt("/login$"));
        anna.sees("#session-ended[open]").isIn("#session-provider").findsItAccessible();
        anna.inItsTab("#session-provider", tab -> tab.presses("#anna").isAt("/login/done$"));
        anna.returns().seesNo("#session-ended[open]").has("#title", "Half a sentence");
        anna.presses("form[action$='/ads'] button[type=submit]").sees("#ads h3", "Half a sentence");
    }

    @Test
    void somebody_without_a_role_reads_why_nobody_was_logged_in(Stage stage) {
        Person nora = stage.stranger(Device.GERMAN_PHONE).opens("/login");
        nora.presses("#by-provider").presses("#nora").sees("#login-error", "keine Rolle");
        nora.findsItAccessible().pictures("login-without-role");
    }
}
