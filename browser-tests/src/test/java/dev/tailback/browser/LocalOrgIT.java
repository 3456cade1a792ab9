package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.SoldContract;
import dev.tailback.browser.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sales and finance see, on the pages of the local org. */
@BrowserTest
class LocalOrgIT {

    @Test
    void sales_follows_a_contract_down_to_its_ads_and_finance_locks_them(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Seen By Sales Ltd", Map.of("Small", 10));
        stage.desk("service").placesReported("Spring sale", contract, Map.of("Small", 4));
        Person sales = stage.stranger(Device.DESK)
                .opens(stage.localOrg().resolve("/contracts/" + contract.id()).toString());
        sales.sees("dl", "Units Consumed").sees("table", "40%");
        sales.presses("section:has(h2:text('Contract Products')) tbody a").sees("h1", "Contract Product");
        sales.sees("dl", "40%").sees("table", "AD-");
        sales.opens(stage.localOrg().resolve("/contracts/" + contract.id()).toString());
        sales.presses("button:has-text('Set to Fulfilled'):has-text('as finance')")
                .sees("dl", "Fulfilled");
    }

    @Test
    void its_pages_are_accessible_and_fit_a_phone(Stage stage) {
        SoldContract contract = stage.salesforce().sells("Narrow Ltd", Map.of("Small", 1));
        List<String> addresses = List.of(
                "/",
                "/objects",
                "/objects/Product_Usage__c",
                "/objects/Product_Usage__c?find=no-such-thing",
                "/objects/Contract_Product__c?view=Over_Consumed",
                "/reports",
                "/reports/Tailback/Locked_Usage_by_Month",
                "/reports/Tailback/Consumption_by_Contract",
                "/records/" + contract.id(),
                "/records/" + contract.products().get("Small"),
                "/nothing");
        List<String> faults = new ArrayList<>();
        for (Device device : List.of(Device.DESK, Device.PHONE)) {
            Person person = stage.stranger(device);
            for (String address : addresses) {
                person.opens(stage.localOrg().resolve(address).toString())
                        .accessibilityFaults()
                        .forEach(fault -> faults.add(device + " " + address + ": " + fault));
            }
        }
        assertEquals(List.of(), faults);
    }
}
