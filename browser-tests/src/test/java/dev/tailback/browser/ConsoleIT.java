package dev.tailback.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator opens at night, and does there. */
@BrowserTest
class ConsoleIT {

    @Test
    void what_is_parked_is_found_by_its_cause_counted_and_asked_again_with_a_reason(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Parked Ltd", Map.of("Small", 5));
        JsonNode ad = stage.rejectedAd("Parked", contract, Map.of("Small", 1));
        Person oz = stage.stranger(Device.DESK).logsIn("operator", Stage.PASSWORD);
        oz.presses(".places a[href='/console']").presses("#to-parked");
        oz.presses("section:has(#causes) th a:has-text('USAGE_LOCKED')").types("#contractId", contract.id());
        oz.presses("search button").sees("main tr:has-text('Parked Ltd')").findsItAccessible();

        oz.presses("button[value=count]").sees("main", "1 parked entry matches");
        oz.presses("button[value=retry]").sees("main .notice.bad", "Say why").findsItAccessible();
        stage.salesforce().reopens(contract);
        // Whoever reads the contract learns that it is open; until then its entries are told as Locked.
        stage.person("service", Device.DESK).opens(contract.path()).sees(".title .tag.open");
        oz.types("#reason", "Finance opened it again").presses("button[value=retry]");
        oz.sees("main dl", "Finance opened it again");
        stage.desk("service").awaits(ad, "Reported");
        oz.opens("/console/operations").sees("main table", "Finance opened it again");
        oz.presses("main table a:has-text('1')").sees("dl", "operator").findsItAccessible();
    }

    @Test
    void a_pause_says_who_and_why_to_everybody_until_it_is_ended(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Paused Ltd", Map.of("Small", 5));
        Person oz = stage.person("operator", Device.PHONE).opens("/console");
        String pause = "form[action='/console/pause'] ";
        oz.types("#reason", "Salesforce is being upgraded").presses(pause + "button");
        oz.sees("form[action='/console/resume']").findsItAccessible();
        JsonNode ad = stage.desk("service").places("Waits for the pause", contract, Map.of("Small", 1));
        Person jo = stage.person("service", Device.DESK).opens(contract.path());
        jo.sees("main", "Salesforce is being upgraded")
                .sees("#ads .state.waiting")
                .findsItAccessible();
        oz.types("#reason", "It is back").presses("form[action='/console/resume'] button");
        oz.sees(pause + "button");
        jo.sees("#ads .state.reported");
        stage.desk("service").awaits(ad, "Reported");
        oz.opens("/console/operations").sees("main table", "It is back");
    }

    @Test
    void what_is_spent_is_counted_and_then_deleted_with_a_reason_and_what_bills_cannot_be(Stage stage) {
        stage.past().sampled(3).sampled(4);
        Person oz = stage.person("operator", Device.PHONE).opens("/console");
        oz.presses("nav a[href='/console/retention']").sees("#kind-samples", "2 rows older than 1 day");
        oz.sees("main table", "Usage is invoiced by it")
                .seesNo("#days-histories")
                .findsItAccessible();

        String samples = "#kind-samples ";
        oz.types("#days-samples", "3").presses(samples + "button[value=delete]").sees("#refusal", "Say why");
        oz.has("#days-samples", "3").findsItAccessible();
        oz.types("#days-samples", "2").presses(samples + "button[value=count]");
        oz.sees(samples + ".notice", "2 rows are older than 2 days and may go").has("#days-samples", "2");
        oz.findsItAccessible().findsItFitting();
        oz.types("#reason-samples", "The disk is full").presses(samples + "button[value=delete]");
        oz.sees("main dl", "The disk is full")
                .sees("main dl", "samples older than 2 days")
                .sees("main dl", "2 rows");

        Person vic = stage.person("viewer", Device.GERMAN_DESK).opens("/console/retention");
        vic.sees("#kind-samples", "keine Zeile, älter als 1 Tag")
                .seesNo("main form.act")
                .findsItAccessible();
    }

    @Test
    void a_comparison_names_what_nobody_here_has_written_and_what_now(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Compared Ltd", Map.of("Small", 5));
        stage.desk("service").placesReported("Ours", contract, Map.of("Small", 1));
        Person oz = stage.person("operator", Device.DESK).opens("/console/reconciliations");
        oz.types("#contractId", contract.id()).presses("button[value=compare]").sees("main", "no difference");
        stage.salesforce().writesUsage(contract, "Small", 2);
        oz.opens("/console/reconciliations").types("#contractId", contract.id());
        oz.presses("button[value=repair]").sees(".notice.bad", "Say why");
        oz.presses("button[value=compare]").sees("main", "1 difference").sees("main table", "foreign");
        oz.findsItAccessible();
    }

    @Test
    void one_entry_shows_every_attempt_with_what_was_sent_and_answered(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Attempted Ltd", Map.of("Small", 5));
        stage.rejectedAd("Refused once", contract, Map.of("Small", 1));
        Person oz = stage.person("operator", Device.PHONE).opens("/console/entries?text=Attempted");
        oz.presses("main tbody th a:has(code)").sees("main dl", "USAGE_LOCKED").seesNo("details.attempt[open]");
        oz.presses("details.attempt summary").sees("details.attempt", "worker-");
        oz.sees("details.attempt", "\"Units__c\" : 1").sees("details.attempt", "[USAGE_LOCKED]");
        oz.findsItAccessible().findsItFitting();
    }
}
