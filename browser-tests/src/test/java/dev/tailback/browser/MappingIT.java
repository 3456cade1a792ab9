package dev.tailback.browser;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An admin connects an org: suggestions, the mapping and its versions, and what is reachable and permitted. */
@BrowserTest
class MappingIT {
    private static final String SUGGESTIONS = "/console/mapping/suggestions";

    /** The last version is the shipped text again, so that other tests have the mapping that they know. */
    private static void rollsBackToTheShippedOne(Person ada) {
        ada.opens("/console/mapping/versions/0")
                .types("#note", "As before")
                .presses("form[action$='/roll-back'] button");
        ada.isAt("/console/mapping/versions/\\d+").sees("main", "As before");
    }

    @Test
    void a_choice_among_suggestions_is_tried_on_a_contract_put_in_use_and_rolled_back(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Suggested Ltd", Map.of("Small", 5));
        Person ada = stage.person("admin", Device.DESK).opens("/console/mapping");
        ada.presses("main a[href='" + SUGGESTIONS + "']")
                .sees("#objects", "its name says")
                .findsItAccessible();
        ada.presses("button[value=Contract]").presses("button[value=Contract_Product__c]");
        ada.sees("#no-usage", "org generate").findsItAccessible().presses("button[value=Product_Usage__c]");
        ada.sees("#idea-usage-units", "may be written").findsItAccessible().findsItFitting();

        ada.types("#sample", contract.id()).presses("button[value=values]");
        ada.sees("#idea-contract-customer-name", "Suggested Ltd").sees("#sample-hint", contract.id());
        ada.chooses("#idea-usage-ad-title input[value=none]").types("#name", "Without titles");
        ada.presses("button[value=look]").sees("#looked", "The org has what this mapping names");
        ada.sees("#looked", "What would be sent")
                .sees("#idea-usage-ad-title .finding.loss")
                .findsItAccessible();
        ada.presses("#fields-form button.danger").sees("#refusal", "say why").findsItAccessible();
        ada.types("#note", "No titles").presses("#fields-form button.danger");
        ada.isAt("/console/mapping/versions/\\d+").sees("main", "No titles").sees("main table", "usage.adTitle");

        Person late = stage.person("admin", Device.DESK).opens("/console/mapping");
        late.sees("main", "Without titles").findsItAccessible();
        rollsBackToTheShippedOne(ada);
        late.types("#note", "Too late").presses("#mapping-form button.danger").sees("#refusal", "since you read");
    }

    @Test
    void whoever_types_another_field_means_it(Stage stage) {
        Person ada = stage.person("admin", Device.GERMAN_PHONE)
                .opens(SUGGESTIONS
                        + "?contractObject=Contract&lineObject=Contract_Product__c&usageObject=Product_Usage__c");
        String units = "#idea-usage-units ";
        ada.types(units + "input[list]", "Version__c").sees(units + "input[value=other]:checked");
        ada.presses("button[value=look]")
                .sees(units + "input[value=other]:checked")
                .has(units + "input[list]", "Version__c");
        ada.chooses(units + "input[value='is:Units__c']").has(units + "input[list]", "");
        ada.findsItAccessible().findsItFitting();
    }

    @Test
    void a_mapping_is_checked_and_what_is_wrong_is_named(Stage stage) {
        Person ada = stage.person("admin", Device.PHONE).opens("/console/mapping");
        String yaml = ada.page().locator("#yaml").inputValue();
        ada.types("#yaml", yaml.replace("units: Units__c", "units: Unit__c"));
        ada.presses("#mapping-form button[formaction]").sees("#checked", "The org cannot keep this mapping");
        ada.sees("#checked table", "usage.units")
                .sees("#checked", "Units__c")
                .findsItAccessible()
                .findsItFitting();
    }

    @Test
    void the_page_connection_says_what_the_doctor_says_and_looks_again(Stage stage) {
        Person oz = stage.person("operator", Device.PHONE).opens("/console");
        oz.presses("nav a[href='/console/doctor']").sees("h1", "Connection").sees("main", "PostgreSQL");
        oz.sees("main .state.reported").findsItAccessible().findsItFitting();
        stage.salesforce().goesDown();
        oz.presses("main a.button[href='/console/doctor']")
                .sees("main .state.retrying")
                .sees("#verdict.bad");
        oz.findsItAccessible();
    }

    @Test
    void without_scripts_a_mapping_is_found_and_looked_at_while_salesforce_comes_and_goes(Stage stage) {
        Person lee = stage.person("admin", Device.PHONE_WITHOUT_SCRIPTS).opens(SUGGESTIONS);
        lee.presses("button[value=Contract]").presses("button[value=Contract_Product__c]");
        lee.presses("button[value=Product_Usage__c]")
                .types("#note", "Typed before")
                .types("#name", "Mine");
        stage.salesforce().goesDown();
        lee.expectsFailures().presses("button[value=look]").sees("#refusal");
        lee.has("#note", "Typed before").has("#name", "Mine").findsItFitting();
        stage.salesforce().returns();
        lee.presses("button[value=look]").sees("#looked", "The org has what this mapping names");
        lee.has("#note", "Typed before").findsItFitting();
    }
}
