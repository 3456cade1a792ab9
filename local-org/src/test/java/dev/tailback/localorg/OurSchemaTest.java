package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tailback's own schema and seed, executed. */
class OurSchemaTest {
    private static final Path SCHEMA = Path.of("../salesforce-schema");

    private final String entry = UUID.randomUUID().toString();
    private LocalOrg org;
    private Client integration;
    private String small;
    private String contract;

    @BeforeEach
    void start() {
        org = LocalOrg.start(LocalOrgOptions.of(SCHEMA.resolve("force-app")).withSeed(SCHEMA.resolve("data")));
        integration = Client.as("integration", org);
        List<String> ids = integration.first(
                "SELECT Id, Contract__c FROM Contract_Product__c WHERE Contract__r.Account.Name = 'Magic Ads Inc' AND Product_Type__c = 'Small'");
        small = ids.get(0);
        contract = ids.get(1);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private JsonNode send(String id, int units, int version) {
        return send(id, units, version, "");
    }

    private JsonNode send(String id, int units, int version, String more) {
        String record = "{'External_Id__c':'" + id + "','Contract_Product__c':'" + small + "','Units__c':" + units
                + ",'Version__c':" + version + ",'Ad_Reference__c':'ad-1','Cancelled__c':false" + more + "}";
        Answer answer = integration.patch(
                API + "/composite/sobjects/Product_Usage__c/External_Id__c",
                Client.collection("Product_Usage__c", record));
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body().path(0);
    }

    private static String message(JsonNode result) {
        return result.path("errors").path(0).path("message").asText();
    }

    @Test
    void reported_units_are_consumed_and_leave_the_rest_available() {
        assertTrue(send(entry, 1, 1).path("success").asBoolean());
        assertEquals(
                List.of("3.0", "1.0", "2.0"),
                integration.first(
                        "SELECT Units_Sold__c, Consumed__c, Available__c FROM Contract_Product__c WHERE Id = '" + small
                                + "'"));
        assertEquals(
                List.of("1.0"),
                integration.first("SELECT Units_Consumed__c FROM Contract WHERE Id = '" + contract + "'"));
    }

    @Test
    void the_consumed_share_is_a_percentage_on_the_page_and_over_the_api() {
        send(entry, 2, 1);
        assertEquals(
                List.of("67.0"),
                integration.first("SELECT Consumed_Share__c FROM Contract_Product__c WHERE Id = '" + small + "'"));
        assertEquals(
                "1",
                integration
                        .query("SELECT Id FROM Contract_Product__c WHERE Consumed_Share__c >= 60")
                        .body()
                        .path("totalSize")
                        .asText());
        for (String row : List.of(small, contract)) {
            String page = Client.nobody(org).get("/records/" + row).raw().body();
            assertTrue(page.contains("67%"), page);
        }
    }

    @Test
    void an_older_version_is_stale_and_the_same_one_changes_nothing() {
        send(entry, 1, 2);
        assertTrue(message(send(entry, 2, 1)).startsWith("[USAGE_STALE]"));
        assertTrue(send(entry, 1, 2).path("success").asBoolean());
    }

    @Test
    void a_fulfilled_contract_locks_its_usage_but_takes_a_repeated_save() {
        send(entry, 1, 1);
        Client finance = Client.as("finance", org);
        assertEquals(
                204,
                finance.patch(API + "/sobjects/Contract/" + contract, "{'Fulfillment_Status__c':'Fulfilled'}")
                        .status());
        assertTrue(send(entry, 1, 1).path("success").asBoolean());
        assertTrue(message(send(entry, 2, 2)).startsWith("[USAGE_LOCKED]"));
        assertTrue(message(send(UUID.randomUUID().toString(), 1, 1)).startsWith("[USAGE_LOCKED]"));
        assertEquals(List.of("true"), integration.first("SELECT Locked__c FROM Product_Usage__c"));
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                Client.as("admin", org)
                        .delete(API + "/sobjects/Product_Usage__c/External_Id__c/" + entry)
                        .code());
    }

    @Test
    void the_ad_is_named_on_its_usage_and_a_new_title_of_locked_usage_is_refused() {
        String said = ",'Ad_Title__c':'Spring sale','Service_Date__c':'2026-03-31','Customer_Reference__c':'PO-77',"
                + "'Ad_Link__c':'https://ads.example/ads/AD-1'";
        assertTrue(send(entry, 1, 1, said).path("success").asBoolean());
        Client sales = Client.as("sales", org);
        List<String> seen = List.of("Spring sale", "2026-03-31", "PO-77", "https://ads.example/ads/AD-1");
        String query =
                "SELECT Ad_Title__c, Service_Date__c, Customer_Reference__c, Ad_Link__c, Id FROM Product_Usage__c";
        List<String> read = sales.first(query);
        assertEquals(seen, read.subList(0, 4));
        String usage = read.get(4);
        for (String person : List.of("sales", "finance")) {
            Answer refused = Client.as(person, org)
                    .patch(API + "/sobjects/Product_Usage__c/" + usage, "{'Ad_Title__c':'Summer sale'}");
            assertEquals(403, refused.status(), person);
        }
        Client.as("finance", org)
                .patch(API + "/sobjects/Contract/" + contract, "{'Fulfillment_Status__c':'Fulfilled'}");
        assertTrue(send(entry, 1, 1, said).path("success").asBoolean());
        JsonNode titled = send(entry, 1, 2, said.replace("Spring", "Summer"));
        assertTrue(message(titled).startsWith("[USAGE_LOCKED]"), titled::toString);
        assertTrue(send(entry, 1, 1, said.replace("ads.example", "new.example"))
                .path("success")
                .asBoolean());
    }

    @Test
    void more_than_was_sold_is_said_in_words() {
        send(entry, 3, 1);
        String query = "SELECT Overuse__c FROM Contract_Product__c WHERE Id = '" + small + "'";
        Client sales = Client.as("sales", org);
        assertEquals(List.of("null"), sales.first(query));
        send(entry, 5, 2);
        assertEquals(List.of("2 more than sold"), sales.first(query));
    }

    @Test
    void the_integration_cannot_touch_a_contract() {
        assertEquals(
                403,
                integration
                        .patch(API + "/sobjects/Contract/" + contract, "{'Fulfillment_Status__c':'Fulfilled'}")
                        .status());
    }

    @Test
    void the_page_fulfils_and_reopens_as_people_may() {
        Client browser = Client.nobody(org);
        assertEquals(
                303,
                browser.form("/records/" + contract, "field=Fulfillment_Status__c&value=Fulfilled&as=finance")
                        .status());
        assertEquals(
                "Fulfilled",
                integration
                        .first("SELECT Fulfillment_Status__c FROM Contract WHERE Id = '" + contract + "'")
                        .get(0));
        assertTrue(browser.get("/contracts/" + contract).raw().body().contains("Small"));
        assertEquals(
                303,
                browser.form("/contracts/" + contract, "field=Fulfillment_Status__c&value=Open&as=admin")
                        .status());
    }
}
