package dev.tailback.browser;

import com.microsoft.playwright.Page;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import dev.tailback.verification.fleet.Http;
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
        vera.presses("form[action='/logout'] button").isAt("/company/endsession.*");
        vera.opens("/ads").sees("#by-provider");
    }

    @Test
    void somebody_without_a_role_reads_why_nobody_was_logged_in(Stage stage) {
        Person nora = stage.stranger(Device.GERMAN_PHONE).opens("/login");
        nora.presses("#by-provider").presses("#nora").sees("#login-error", "keine Rolle");
        nora.findsItAccessible().pictures("login-without-role");
    }

    // A session that ends costs no word: the person logs in in a tab of its own, and the page goes on.
    @Test
    void a_session_that_ended_goes_on_after_a_login_in_another_tab(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Provider Ltd", Map.of("Small", 5));
        Person anna = stage.stranger(Device.DESK).opens("/login?next=" + contract.path());
        anna.presses("#by-provider").presses("#anna").isAt(contract.path()).types("#title", "Not lost");
        stage.desk("admin")
                .answered("DELETE", "/api/sessions?account=anna@example.com&reason=a+test", Http.NOTHING, Map.of());
        anna.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        anna.sees("#session-ended[open]").findsItAccessible().pictures("session-ended-of-provider");
        Page other = anna.page().waitForPopup(() -> anna.presses("#session-provider"));
        other.locator("#anna").click();
        other.waitForURL("**/login/done");
        other.close();
        anna.seesNo("#session-ended[open]").has("#title", "Not lost");
        anna.types(contract.units("Small"), "2")
                .presses("form[action$='/ads'] button[type=submit]")
                .sees(".notice.good");
    }
}
