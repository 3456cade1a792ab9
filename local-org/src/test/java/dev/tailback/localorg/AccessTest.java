package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People may do what their permission sets say, and nothing else exists for them. */
class AccessTest {

    private LocalOrg org;
    private Client admin;
    private Client integration;

    @BeforeEach
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
        integration = Client.as("integration", org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void a_field_without_right_cannot_be_written_and_is_not_there_to_read() {
        Answer answer =
                integration.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Planted__c':'2026-01-01'}");
        JsonNode error = answer.body().path(0).path("errors").path(0);
        assertEquals("INVALID_FIELD_FOR_INSERT_UPDATE", error.path("statusCode").asText());
        assertEquals("Planted__c", error.path("fields").path(0).asText());
        assertEquals(
                "INVALID_FIELD",
                integration.query("SELECT Planted__c FROM Tree__c").code());
        assertEquals(
                "INVALID_FIELD",
                integration
                        .query("SELECT Id FROM Tree__c WHERE Planted__c = TODAY")
                        .code());
        assertFalse(
                integration.get(API + "/sobjects/Tree__c/describe").raw().body().contains("Planted__c"));
    }

    @Test
    void what_the_permission_set_grants_works_even_where_the_masters_roll_up() {
        Answer answer = integration.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':3}");
        assertTrue(
                answer.body().path(0).path("success").asBoolean(),
                () -> answer.body().toString());
        assertEquals(List.of("3.0"), integration.first("SELECT Apples_Total__c FROM Region__c"));
    }

    @Test
    void an_object_without_right_does_not_exist() {
        assertEquals(404, integration.get(API + "/sobjects/Label__c/describe").status());
        assertEquals(
                "INVALID_TYPE", integration.query("SELECT Id FROM Label__c").code());
        assertEquals(
                404,
                integration.post(API + "/sobjects/Label__c", "{'Name':'x'}").status());
    }

    @Test
    void an_object_one_may_only_read_is_not_written() {
        Answer created = integration.post(API + "/sobjects/Region__c", "{'Name':'South'}");
        assertEquals(403, created.status());
        String hill =
                admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'").get(0);
        assertEquals(
                "INSUFFICIENT_ACCESS_OR_READONLY",
                integration
                        .patch(API + "/sobjects/Orchard__c/" + hill, "{'Open__c':false}")
                        .code());
        assertEquals(
                "INSUFFICIENT_ACCESS_OR_READONLY",
                integration.delete(API + "/sobjects/Orchard__c/" + hill).code());
    }

    @Test
    void a_custom_permission_opens_what_a_rule_closes() {
        admin.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':1}");
        String hill =
                admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'").get(0);
        String tree = admin.first("SELECT Id FROM Tree__c").get(0);
        Client finance = Client.as("finance", org);
        assertEquals(
                204,
                finance.patch(API + "/sobjects/Orchard__c/" + hill, "{'Open__c':false}")
                        .status());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                integration
                        .patch(API + "/sobjects/Tree__c/" + tree, "{'Apples__c':2}")
                        .code());
        assertEquals(
                204,
                finance.patch(API + "/sobjects/Tree__c/" + tree, "{'Apples__c':2}")
                        .status());
    }
}
