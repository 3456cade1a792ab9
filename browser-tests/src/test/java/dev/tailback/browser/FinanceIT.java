package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of a month as finance lives it. Each contract sells at 950.00. */
@BrowserTest
class FinanceIT {
    private static final String CLOSE_MONTH = "section[aria-labelledby=close] ";
    private static final String CLOSE_ONE = "section[aria-labelledby=statements] ";
    private static final String CLOSINGS = "section[aria-labelledby=closings] ";

    private static String rowOf(SoldContract contract) {
        return "tr:has(a[href='" + contract.path() + "']) ";
    }

    private static SoldContract fulfilled(Stage stage, String customer, int units) {
        SoldContract contract = stage.salesforce().sells(customer, Map.of("Small", 5));
        stage.desk("service").placesReported("For " + customer, contract, Map.of("Small", units));
        stage.salesforce().fulfils(contract);
        return contract;
    }

    @Test
    void a_month_shows_what_is_locked_that_both_sides_agree_and_gives_the_file(Stage stage) {
        SoldContract contract = fulfilled(stage, "Month Ltd", 3);
        Person fay = stage.stranger(Device.DESK).logsIn("finance", Stage.PASSWORD);
        fay.presses(".places a[href='/finance']")
                .sees("section[aria-labelledby=locked] " + rowOf(contract), "2,850.00");
        fay.sees("section[aria-labelledby=agreement] .notice.good").findsItAccessible();
        String file = fay.downloads("a[href^='/finance/file']");
        assertTrue(file.lines().anyMatch(line -> line.contains("Month Ltd") && line.contains("2850.00")), file);
    }

    @Test
    void a_contract_is_closed_once_and_its_statement_is_the_same_whenever_it_is_read(Stage stage) {
        SoldContract contract = fulfilled(stage, "Closed By Page Ltd", 2);
        Person fay = stage.person("finance", Device.DESK).opens("/finance");
        fay.presses(CLOSE_ONE + "summary").types("input[name=contractId]:visible", contract.id());
        fay.presses(CLOSE_ONE + "form button")
                .isAt("/finance/statements/\\d+.*")
                .sees(".notice.good");
        fay.sees("main", "1,900.00").findsItAccessible();
        String first = fay.downloads("a[href$='/csv']");
        assertTrue(first.contains("Closed By Page Ltd"), first);
        assertEquals(first, fay.downloads("a[href$='/csv']"));
        fay.opens("/finance").presses(CLOSE_ONE + "summary");
        fay.types("input[name=contractId]:visible", contract.id()).presses(CLOSE_ONE + "form button");
        fay.sees(".notice.bad", "nothing_to_close").findsItAccessible();
    }

    @Test
    void what_changes_after_the_close_comes_as_lines_of_the_next_statement(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Late Change Ltd", Map.of("Small", 5));
        JsonNode ad = stage.desk("service").placesReported("Three, first", contract, Map.of("Small", 3));
        stage.salesforce().fulfilsNow(contract);
        Person fay = stage.person("finance", Device.DESK);
        closesTheMonth(fay.opens("/finance"));
        assertEquals(1, fay.all(rowOf(contract)).count());

        stage.salesforce().reopens(contract);
        JsonNode corrected = stage.desk("service").corrects(ad, "Three, first", contract, Map.of("Small", 2));
        stage.desk("service").awaits(corrected, "Reported");
        stage.salesforce().fulfils(contract);
        fay.opens("/finance").sees(CLOSE_MONTH + rowOf(contract));
        assertTrue(fay.reads(CLOSE_MONTH).contains("-2,850.00"), () -> fay.reads(CLOSE_MONTH));
        assertTrue(fay.reads(CLOSE_MONTH).contains("1,900.00"), () -> fay.reads(CLOSE_MONTH));
        fay.findsItAccessible();
        closesTheMonth(fay);
        assertEquals(2, fay.all(rowOf(contract)).count());
    }

    /** With a reason: the month is not over, and other tests leave things unresolved. */
    private static void closesTheMonth(Person fay) {
        fay.types("#reason", "A test closes in the middle of the month").presses(CLOSE_MONTH + "form button");
        fay.isAt("/finance/statements/\\d+.*").sees(".notice.good");
    }

    @Test
    void a_contract_that_is_asked_to_close_drains_says_so_and_opens_again_when_it_is_taken_back(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Draining Ltd", Map.of("Small", 5));
        stage.desk("service").placesReported("Sent already", contract, Map.of("Small", 1));
        stage.desk("operator").pauses();
        stage.desk("service").places("Not sent yet", contract, Map.of("Small", 1));
        // Without scripts, so that the page cannot learn of the closing before the button is pressed.
        Person jo = stage.person("service", Device.WITHOUT_SCRIPTS).opens(contract.path());
        jo.types("#title", "Too late now").types(contract.units("Small"), "1");
        Person fay = stage.person("finance", Device.DESK).opens("/finance");
        String row = "section[aria-labelledby=open] " + rowOf(contract);
        fay.presses(row + "summary").types(row + "input[name=reason]", "The campaign is over");
        fay.presses(row + "form button").sees(".notice.good").sees(CLOSINGS + rowOf(contract), "1 unsent");
        fay.sees(CLOSINGS + rowOf(contract), "The campaign is over").findsItAccessible();

        jo.expectsFailures().presses("#new-ad button[type=submit]").sees("#refusal", "clos");
        jo.has("#title", "Too late now");

        stage.desk("operator").resumes();
        stage.awaits(
                "it is drained",
                () -> fay.opens("/finance").reads(CLOSINGS + rowOf(contract)).contains("Safe to fulfil"));
        fay.presses(CLOSINGS + rowOf(contract) + "summary");
        fay.types(CLOSINGS + rowOf(contract) + "input[name=reason]", "They booked again");
        fay.presses(CLOSINGS + rowOf(contract) + "form button").sees(".notice.good");
        fay.seesNo(CLOSINGS + rowOf(contract));
        stage.desk("service").placesReported("Booked again", contract, Map.of("Small", 1));
    }
}
