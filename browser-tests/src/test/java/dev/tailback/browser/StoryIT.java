package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The story of the demo as its people click it, with Salesforce looked at after each act. */
@BrowserTest
class StoryIT {
    private static final String CREATE = "form[action$='/ads'] button[type=submit]";
    private static final String COUNTS = ".entry-card:has(.units:not(.gone)) ";

    @Test
    void a_campaign_from_its_first_ad_to_the_close_statement(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Story Ltd", Map.of("Small", 5, "Big", 3));
        Person jo = stage.stranger(Device.DESK).logsIn("service", Stage.PASSWORD);
        jo.types("#customer", "Story Ltd").presses("search button[type=submit]").presses("tbody a");
        books(jo, contract, "Spring window");
        assertEquals(1, stage.salesforce().consumed(contract, "Small"));

        corrects(jo, contract);
        assertEquals(0, stage.salesforce().consumed(contract, "Small"));
        assertEquals(2, stage.salesforce().consumed(contract, "Big"));

        books(jo.opens(contract.path()), contract, "By mistake");
        cancels(jo, "By mistake");
        stage.awaits("Salesforce holds it cancelled", () -> stage.salesforce().consumed(contract, "Small") == 0);

        stage.salesforce().goesDown();
        jo.expectsFailures().opens(contract.path()).sees("#panel table.old").sees("#panel .notice");
        jo.types("#title", "While it is down")
                .types(contract.units("Small"), "1")
                .presses(CREATE);
        jo.sees(".notice.good").sees("#ads article:has-text('While it is down') .state.waiting");
        jo.sees("#sync-banner .notice");
        stage.salesforce().returns();
        jo.sees("#ads article:has-text('While it is down') .state.reported").seesNo("#sync-banner .notice");
        assertEquals(1, stage.salesforce().consumed(contract, "Small"));

        fulfils(stage, contract);
        jo.returns().sees(".title .tag.fulfilled").sees("#ads .state.locked");
        closes(stage.stranger(Device.DESK).logsIn("finance", Stage.PASSWORD), contract);
    }

    private static void books(Person jo, SoldContract contract, String title) {
        jo.types("#title", title)
                .types(contract.units("Small"), "1")
                .presses(CREATE)
                .sees(".notice.good");
        jo.sees("#ads article:has-text('" + title + "') .state.reported");
    }

    private static void corrects(Person jo, SoldContract contract) {
        jo.presses("#ads article h3 a").types(contract.units("Small"), "").types(contract.units("Big"), "2");
        jo.types("#reason", "It was the big one")
                .presses("#correct button[type=submit]")
                .sees(".notice.good");
        jo.sees(COUNTS + ".units", "2 × Big").sees(COUNTS + ".state.reported");
        jo.sees(".timeline", "It was the big one");
    }

    private static void cancels(Person jo, String title) {
        jo.presses("#ads article:has-text('" + title + "') h3 a").sees("h1", title);
        jo.types("#cancel-reason", "Nobody wanted it").presses("form[action$='/cancel'] button[type=submit]");
        jo.sees(".notice.good").sees(".title .tag", "cancelled").sees(".timeline", "Nobody wanted it");
    }

    private static void fulfils(Stage stage, SoldContract contract) {
        Person fay = stage.stranger(Device.DESK);
        fay.opens(stage.localOrg().resolve("/contracts/" + contract.id()).toString());
        fay.presses("button:has-text('Set to Fulfilled'):has-text('as finance')")
                .sees("dl", "Fulfilled");
    }

    /** Two big ones and a small one, at 950.00 each. */
    private static void closes(Person fay, SoldContract contract) {
        String one = "section[aria-labelledby=statements] ";
        fay.presses(".places a[href='/finance']").presses(one + "summary");
        fay.types(one + "input[name=contractId]", contract.id()).presses(one + "form button");
        fay.isAt("/finance/statements/\\d+.*").sees(".notice.good").sees("main dl", "2,850.00");
    }
}
