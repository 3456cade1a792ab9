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

class SavingTest {

    private LocalOrg org;
    private Client admin;
    private String hill;

    @BeforeEach
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
        hill = admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'").get(0);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private String tree(String code, String rest) {
        return "{'Code__c':'" + code + "','Orchard__c':'" + hill + "'" + (rest.isEmpty() ? "" : "," + rest) + "}";
    }

    private static JsonNode error(Answer answer, int record) {
        return answer.body().path(record).path("errors").path(0);
    }

    @Test
    void a_new_row_begins_with_its_defaults_its_number_and_rounded_trimmed_values() {
        admin.create(
                "Tree__c",
                tree("A", "'Apples__c':1.25,'Planted__c':'2026-03-01','Seen_On__c':'2026-03-01T12:00:00.500+02:00'"));
        assertEquals(
                List.of(
                        "T-0001",
                        "Apple",
                        "none",
                        "1.3",
                        "false",
                        "2026-03-01",
                        "2026-03-01T10:00:00.000+0000",
                        "North / Apple"),
                admin.first(
                        "SELECT Name, Kind__c, Note__c, Apples__c, Felled__c, Planted__c, Seen_On__c, Region_Name__c FROM Tree__c"));
        admin.upsertTrees(tree("A", "'Note__c':'  of oak  '"));
        assertEquals(List.of("of oak"), admin.first("SELECT Note__c FROM Tree__c"));
    }

    @Test
    void a_details_numbers_reach_its_master_and_the_masters_master_at_once() {
        admin.upsertTrees(
                tree("A", "'Apples__c':5,'Planted__c':'2026-03-01'"),
                tree("B", "'Apples__c':7,'Planted__c':'2025-03-01'"),
                tree("C", "'Apples__c':9,'Felled__c':true"));
        assertEquals(
                List.of("3.0", "12.0", "9.0", "2025-03-01", "4.0"),
                admin.first(
                        "SELECT Tree_Count__c, Apples_Total__c, Best_Tree__c, First_Planted__c, Apples_Per_Tree__c FROM Orchard__c WHERE Code__c = 'HILL'"));
        assertEquals(List.of("12.0", "2.0"), admin.first("SELECT Apples_Total__c, Orchard_Count__c FROM Region__c"));
        admin.delete(API + "/sobjects/Tree__c/Code__c/C");
        assertEquals(List.of("7.0"), admin.first("SELECT Best_Tree__c FROM Orchard__c WHERE Code__c = 'HILL'"));
    }

    @Test
    void the_best_is_found_again_when_all_that_were_best_change_in_one_call() {
        admin.upsertTrees(tree("A", "'Apples__c':9"), tree("B", "'Apples__c':9"), tree("C", "'Apples__c':5"));
        admin.upsertTrees(tree("A", "'Apples__c':3"), tree("B", "'Apples__c':7"), tree("C", "'Note__c':'same'"));
        assertEquals(
                List.of("7.0", "15.0"),
                admin.first("SELECT Best_Tree__c, Apples_Total__c FROM Orchard__c WHERE Code__c = 'HILL'"));
    }

    @Test
    void a_tree_that_moves_is_counted_where_it_stands() {
        admin.upsertTrees(tree("A", "'Apples__c':5"));
        admin.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'vale'}}");
        assertEquals(
                List.of("0.0", "0.0"),
                admin.first("SELECT Tree_Count__c, Apples_Total__c FROM Orchard__c WHERE Code__c = 'HILL'"));
        assertEquals(
                List.of("1.0", "5.0"),
                admin.first("SELECT Tree_Count__c, Apples_Total__c FROM Orchard__c WHERE Code__c = 'VALE'"));
        assertEquals(List.of("5.0"), admin.first("SELECT Apples_Total__c FROM Region__c"));
    }

    @Test
    void every_rule_that_holds_is_reported() {
        JsonNode errors =
                admin.upsertTrees(tree("A", "'Apples__c':-1")).body().path(0).path("errors");
        assertEquals(2, errors.size());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                errors.path(0).path("statusCode").asText());
        assertEquals(
                List.of("[NEGATIVE] Apples cannot be negative.", "[MINUS_ONE] Least of all minus one."),
                errors.findValuesAsText("message").stream()
                        .sorted((a, b) -> b.compareTo(a))
                        .toList());
    }

    @Test
    void one_bad_record_does_not_stop_the_others() {
        Answer answer =
                admin.upsertTrees(tree("A", "'Apples__c':1"), tree("B", "'Apples__c':-2"), tree("C", "'Apples__c':3"));
        assertEquals(200, answer.status());
        assertEquals("[true,false,true]", successes(answer));
        assertEquals(List.of("4.0"), admin.first("SELECT Apples_Total__c FROM Region__c"));
    }

    private static String successes(Answer answer) {
        return answer.body().findValuesAsText("success").toString().replace(" ", "");
    }

    @Test
    void a_masters_refusal_fails_its_details_and_spares_those_of_other_masters() {
        String other = "{'Code__c':'V','Apples__c':50,'Orchard__r':{'Code__c':'VALE'}}";
        Answer answer = admin.upsertTrees(tree("A", "'Apples__c':60"), other, tree("B", "'Apples__c':41"));
        assertEquals("[false,true,false]", successes(answer));
        assertEquals(
                "[TOO_MANY] More apples than the policy allows.",
                error(answer, 0).path("message").asText());
        assertEquals(0, error(answer, 0).path("fields").size());
        assertEquals(List.of("50.0"), admin.first("SELECT Apples_Total__c FROM Region__c"));
    }

    @Test
    void a_grandmasters_refusal_fails_the_details_too() {
        admin.upsertTrees(tree("A", "'Apples__c':1"));
        String region = admin.first("SELECT Id FROM Region__c").get(0);
        admin.patch(API + "/sobjects/Region__c/" + region, "{'Frozen__c':true}");
        assertEquals(
                "[FROZEN] The region is frozen.",
                error(admin.upsertTrees(tree("A", "'Apples__c':2")), 0)
                        .path("message")
                        .asText());
        assertTrue(admin.upsertTrees(tree("A", "'Apples__c':1"))
                .body()
                .path(0)
                .path("success")
                .asBoolean());
        Answer deleted = admin.delete(API + "/sobjects/Tree__c/Code__c/A");
        assertEquals(400, deleted.status());
        assertEquals("[FROZEN] The region is frozen.", deleted.message());
    }

    @Test
    void rules_ask_the_permissions_of_the_one_who_saves() {
        admin.upsertTrees(tree("A", "'Apples__c':1"));
        admin.patch(API + "/sobjects/Orchard__c/" + hill, "{'Open__c':false}");
        Client integration = Client.as("integration", org);
        assertEquals(
                "[CLOSED] The orchard is closed.",
                error(integration.upsertTrees("{'Code__c':'A','Apples__c':2}"), 0)
                        .path("message")
                        .asText());
        assertEquals(
                "true",
                Client.as("admin", org)
                        .upsertTrees("{'Code__c':'A','Apples__c':2}")
                        .body()
                        .path(0)
                        .path("success")
                        .asText());
        assertEquals(List.of("true"), admin.first("SELECT Closed__c FROM Tree__c"));
    }

    @Test
    void all_copies_of_a_key_in_one_call_fail_and_nothing_of_them_is_written() {
        Answer answer = admin.upsertTrees(tree("a-1", ""), tree("B", ""), tree("A-1", ""));
        assertEquals("[false,true,false]", successes(answer));
        assertEquals("DUPLICATE_VALUE", error(answer, 0).path("statusCode").asText());
        assertEquals(
                "Duplicate external id specified: a-1",
                error(answer, 2).path("message").asText());
        assertEquals(List.of("1.0"), admin.first("SELECT Tree_Count__c FROM Orchard__c WHERE Code__c = 'HILL'"));
    }

    @Test
    void a_key_that_many_rows_have_is_refused() {
        admin.upsertTrees(tree("A", "'Tag__c':'x'"), tree("B", "'Tag__c':'x'"));
        Answer answer =
                admin.patch(API + "/composite/sobjects/Tree__c/Tag__c", Client.collection("Tree__c", "{'Tag__c':'x'}"));
        assertEquals(
                "DUPLICATE_EXTERNAL_ID", error(answer, 0).path("statusCode").asText());
        Answer single = admin.patch(API + "/sobjects/Tree__c/Tag__c/x", "{'Apples__c':1}");
        assertEquals(300, single.status());
        assertEquals(2, single.body().size());
    }

    @Test
    void a_unique_value_is_taken_once() {
        admin.upsertTrees(tree("A", ""));
        Answer answer = admin.post(API + "/sobjects/Tree__c", tree("a", ""));
        assertEquals(400, answer.status());
        assertEquals("DUPLICATE_VALUE", answer.code());
        assertTrue(answer.message().startsWith("duplicate value found: Code__c duplicates value on record with id: a"));
    }

    @Test
    void all_or_none_undoes_everything_and_says_so() {
        String body = Client.collection("Tree__c", tree("A", ""), tree("B", "'Apples__c':-2"))
                .replace("'allOrNone':false", "'allOrNone':true");
        Answer answer = admin.patch(API + "/composite/sobjects/Tree__c/Code__c", body);
        assertEquals(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                error(answer, 0).path("statusCode").asText());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                error(answer, 1).path("statusCode").asText());
        assertEquals(
                0,
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asInt());
    }

    @Test
    void each_impossible_value_gets_its_own_code() {
        assertEquals(
                "STRING_TOO_LONG",
                error(admin.upsertTrees(tree("A", "'Tag__c':'12345678901'")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "NUMBER_OUTSIDE_VALID_RANGE",
                error(admin.upsertTrees(tree("A", "'Apples__c':123456")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                error(admin.upsertTrees(tree("A", "'Kind__c':'Plum'")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                error(admin.upsertTrees(tree("A", "'Felled__c':null")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "MALFORMED_ID",
                error(admin.upsertTrees(tree("A", "'Neighbour__c':'nonsense'")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "INVALID_CROSS_REFERENCE_KEY",
                error(admin.upsertTrees(tree("A", "'Neighbour__c':'a03Lo0000000999'")), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "REQUIRED_FIELD_MISSING",
                error(admin.upsertTrees("{'Code__c':'A','Apples__c':1}"), 0)
                        .path("statusCode")
                        .asText());
        assertEquals(
                "INVALID_FIELD",
                error(admin.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'none'}}"), 0)
                        .path("statusCode")
                        .asText());
    }

    @Test
    void a_value_of_the_wrong_json_type_sinks_the_whole_call() {
        Answer answer = admin.upsertTrees(tree("A", ""), tree("B", "'Apples__c':'many'"));
        assertEquals(400, answer.status());
        assertEquals("JSON_PARSER_ERROR", answer.code());
        assertEquals(
                400, admin.upsertTrees(tree("A", ""), tree("B", "'Nope__c':1")).status());
        assertEquals(
                400,
                admin.patch(API + "/composite/sobjects/Tree__c/Code__c", "{'records':[")
                        .status());
        assertEquals(
                0,
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asInt());
        assertTrue(admin.upsertTrees(tree("A", "'Apples__c':'12'"))
                .body()
                .path(0)
                .path("success")
                .asBoolean());
    }

    @Test
    void more_than_200_records_are_refused() {
        String[] records = new String[201];
        java.util.Arrays.setAll(records, index -> tree("T" + index, ""));
        Answer answer = admin.upsertTrees(records);
        assertEquals(400, answer.status());
        assertEquals("EXCEEDED_ID_LIMIT", answer.code());
    }

    @Test
    void a_master_that_may_not_change_makes_an_update_that_repeats_it_fail() {
        String region = admin.first("SELECT Id FROM Region__c").get(0);
        Answer answer = admin.patch(API + "/sobjects/Orchard__c/" + hill, "{'Region__c':'" + region + "'}");
        assertEquals("INVALID_FIELD_FOR_INSERT_UPDATE", answer.code());
        admin.upsertTrees(tree("A", ""));
        assertTrue(
                admin.upsertTrees(tree("A", "")).body().path(0).path("success").asBoolean());
    }

    @Test
    void computed_fields_are_not_written() {
        Answer answer = admin.patch(API + "/sobjects/Orchard__c/" + hill, "{'Tree_Count__c':7}");
        assertEquals("INVALID_FIELD_FOR_INSERT_UPDATE", answer.code());
        assertEquals(
                "Tree_Count__c", answer.body().path(0).path("fields").path(0).asText());
    }

    @Test
    void a_deleted_master_takes_its_details_along_and_the_bin_shows_them() {
        admin.upsertTrees(tree("A", "'Apples__c':4"));
        assertEquals(204, admin.delete(API + "/sobjects/Orchard__c/" + hill).status());
        assertEquals(
                0,
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asInt());
        assertEquals(List.of("0.0", "1.0"), admin.first("SELECT Apples_Total__c, Orchard_Count__c FROM Region__c"));
        JsonNode all =
                admin.get(API + "/queryAll?q=SELECT+IsDeleted+FROM+Tree__c").body();
        assertTrue(all.path("records").path(0).path("IsDeleted").asBoolean());
        Answer gone = admin.patch(API + "/sobjects/Orchard__c/" + hill, "{'Open__c':true}");
        assertEquals(404, gone.status());
        assertEquals("ENTITY_IS_DELETED", gone.code());
    }

    @Test
    void a_lookup_is_cleared_or_holds_back_the_deletion_as_its_field_says() {
        admin.upsertTrees(tree("A", ""));
        String a = admin.first("SELECT Id FROM Tree__c").get(0);
        admin.upsertTrees(tree("B", "'Neighbour__c':'" + a + "'"));
        assertEquals(204, admin.delete(API + "/sobjects/Tree__c/" + a).status());
        assertEquals(List.of("null"), admin.first("SELECT Neighbour__c FROM Tree__c"));
        admin.create("Label__c", "{'Name':'L','Orchard__c':'" + hill + "'}");
        Answer held = admin.delete(API + "/sobjects/Orchard__c/" + hill);
        assertEquals("DELETE_FAILED", held.code());
        assertEquals(
                1,
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asInt());
    }

    @Test
    void a_contract_is_born_as_a_draft_and_stays_active_once_activated() {
        String account = admin.first("SELECT Id FROM Account").get(0);
        Answer born = admin.post(API + "/sobjects/Contract", "{'AccountId':'" + account + "','Status':'Activated'}");
        assertEquals("FIELD_INTEGRITY_EXCEPTION", born.code());
        String contract =
                admin.create("Contract", "{'AccountId':'" + account + "','StartDate':'2026-01-31','ContractTerm':1}");
        assertEquals(
                List.of("Draft", "Draft", "2026-02-27", "null"),
                admin.first("SELECT Status, StatusCode, EndDate, ActivatedDate FROM Contract WHERE Id = '" + contract
                        + "'"));
        assertEquals(
                204,
                admin.patch(API + "/sobjects/Contract/" + contract, "{'Status':'activated'}")
                        .status());
        assertEquals(
                List.of("Activated", "Activated"),
                admin.first("SELECT Status, StatusCode FROM Contract WHERE Id = '" + contract + "'"));
        assertEquals(
                "FIELD_INTEGRITY_EXCEPTION",
                admin.patch(API + "/sobjects/Contract/" + contract, "{'Status':'Draft'}")
                        .code());
        assertEquals(
                "DELETE_FAILED",
                admin.delete(API + "/sobjects/Contract/" + contract).code());
    }

    @Test
    void records_of_several_objects_are_saved_run_by_run_in_their_order() {
        String body =
                "{'records':[{'attributes':{'type':'Account'},'Name':'One'},{'attributes':{'type':'Tree__c'},'Code__c':'A','Orchard__c':'"
                        + hill + "'},{'attributes':{'type':'Account'}}]}";
        Answer answer = admin.post(API + "/composite/sobjects", body);
        assertEquals("[true,true,false]", successes(answer));
        assertFalse(answer.body().path(0).has("created"));
        assertTrue(answer.body().path(0).path("id").asText().startsWith("001"));
    }

    @Test
    void updates_reads_and_deletes_come_as_collections_too() {
        admin.upsertTrees(tree("A", "'Apples__c':1"), tree("B", "'Apples__c':2"));
        List<String> ids = admin.query("SELECT Id FROM Tree__c").body().findValuesAsText("Id");
        Answer updated = admin.patch(
                API + "/composite/sobjects",
                Client.collection(
                        "Tree__c",
                        "{'id':'" + ids.get(0) + "','Apples__c':5}",
                        "{'Apples__c':6}",
                        "{'id':'a03Lo0000000999AAA','Apples__c':6}"));
        assertEquals("[true,false,false]", successes(updated));
        assertEquals("MISSING_ARGUMENT", error(updated, 1).path("statusCode").asText());
        Answer read = admin.get(
                API + "/composite/sobjects/Tree__c?ids=" + ids.get(0) + ",a03Lo0000000999&fields=Id,Apples__c");
        assertEquals("5.0", read.body().path(0).path("Apples__c").asText());
        assertTrue(read.body().path(1).isNull());
        Answer deleted = admin.delete(API + "/composite/sobjects?ids=" + String.join(",", ids) + "&allOrNone=false");
        assertEquals("[true,true]", successes(deleted));
    }
}
