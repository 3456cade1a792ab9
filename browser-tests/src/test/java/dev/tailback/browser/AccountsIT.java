package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.Stage;
import org.junit.jupiter.api.Test;

/** The life of an account, from the admin who makes it to the day on which nobody may use it any more. */
@BrowserTest
class AccountsIT {
    private static final String OWN = "Nobody knows this one";

    private static void creates(Person ada, String name, String role) {
        ada.opens("/accounts").types("#name", name).chooses("input[name=role][value=" + role + "]");
        ada.types("#reason", "Joins the team").presses("form[action='/accounts'][method=post] button");
        ada.sees(".notice.good .secret");
    }

    private static Person firstLogin(Stage stage, String name, String once) {
        Person person = stage.stranger(Device.PHONE).logsIn(name, once);
        person.types("#present", once).types("#password", OWN).types("#again", OWN);
        return person.presses("form[action='/account/password'] button").sees(".notice.good");
    }

    @Test
    void a_one_time_password_opens_nothing_but_the_choice_of_an_own_one(Stage stage) {
        Person ada = stage.stranger(Device.DESK).logsIn("admin", Stage.PASSWORD);
        ada.presses(".places a[href='/accounts']");
        creates(ada, "nora", "service");
        String once = ada.findsItAccessible().reads(".notice.good .secret");
        ada.page().reload();
        ada.opens("/accounts").seesNo(".secret").sees(".people", "nora");

        Person nora = stage.stranger(Device.PHONE).logsIn("nora", once);
        nora.opens("/ads")
                .isAt("/account.*")
                .sees(".notice.warn")
                .seesNo("#token-name")
                .findsItAccessible();
        nora.types("#present", once).types("#password", "short").types("#again", "short");
        nora.presses("form[action='/account/password'] button").sees("#refusal").findsItAccessible();
        nora.types("#present", once).types("#password", OWN).types("#again", OWN);
        nora.presses("form[action='/account/password'] button").sees(".notice.good");
        nora.opens("/ads").sees("h1", "Ads");
        stage.stranger(Device.DESK)
                .opens("/login")
                .types("#name", "nora")
                .types("#password", once)
                .presses("main button")
                .sees("#login-error");
    }

    @Test
    void an_admin_ends_sessions_and_disables_with_a_reason_that_stays(Stage stage) {
        Person ada = stage.person("admin", Device.DESK);
        creates(ada, "otto", "service");
        Person otto = firstLogin(stage, "otto", ada.reads(".secret"));
        ada.opens("/accounts/otto").presses("form[action$='/sessions'] button").sees("#refusal");
        ada.types("#sessions-reason", "A telephone was lost").presses("form[action$='/sessions'] button");
        ada.sees(".notice.good");
        otto.expectsFailures()
                .opens("/ads")
                .sees(".notice.warn")
                .sees("#password")
                .findsItAccessible();
        otto.signsIn("otto", OWN).isAt("/ads").sees("h1", "Ads");

        ada.types("#disable-reason", "Left the house").presses("form[action$='/disable'] button");
        ada.sees("form[action$='/enable']").sees(".events", "Left the house").sees(".events", "A telephone was lost");
        ada.findsItAccessible();
        otto.opens("/ads").sees("#password").types("#name", "otto").types("#password", OWN);
        otto.presses("main button").sees("#login-error");
        ada.opens("/accounts?query=otto").sees(".people strong", "disabled");
    }

    @Test
    void a_token_is_shown_once_works_for_its_roles_and_ends(Stage stage) {
        Person jo =
                stage.stranger(Device.DESK).logsIn("service", Stage.PASSWORD).opens("/account");
        jo.types("#token-name", "Import of orders").chooses("input[name=role][value=service]");
        jo.types("#token-present", "not it")
                .presses("form[action='/account/tokens'] button")
                .sees("#refusal");
        jo.findsItAccessible().types("#token-name", "Import of orders");
        jo.chooses("input[name=role][value=service]").types("#token-present", Stage.PASSWORD);
        jo.presses("form[action='/account/tokens'] button").sees(".secret").findsItAccessible();
        String token = jo.reads(".secret");
        assertEquals(200, stage.status("/api/ads", token));
        assertEquals(403, stage.status("/api/accounts", token));
        String mine = ".people li:has-text('Import of orders') ";
        jo.opens("/account")
                .seesNo(".secret")
                .presses(mine + "button")
                .sees(".notice.good")
                .seesNo(mine);
        assertEquals(401, stage.status("/api/ads", token));
    }
}
