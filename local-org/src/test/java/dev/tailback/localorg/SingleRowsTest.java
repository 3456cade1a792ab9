package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SingleRowsTest {

    /** As real orgs answer, see the describe cassettes of public clients. */
    private static final String FIELD_KEYS = "aggregatable, aiPredictionField, autoNumber, byteLength, calculated,"
            + " calculatedFormula, cascadeDelete, caseSensitive, compoundFieldName, controllerName, createable, custom,"
            + " defaultValue, defaultValueFormula, defaultedOnCreate, dependentPicklist, deprecatedAndHidden, digits,"
            + " displayLocationInDecimal, encrypted, externalId, extraTypeInfo, filterable, filteredLookupInfo,"
            + " formulaTreatNullNumberAsZero, groupable, highScaleNumber, htmlFormatted, idLookup, inlineHelpText, label,"
            + " length, mask, maskType, name, nameField, namePointing, nillable, permissionable, picklistValues,"
            + " polymorphicForeignKey, precision, queryByDistance, referenceTargetField, referenceTo, relationshipName,"
            + " relationshipOrder, restrictedDelete, restrictedPicklist, scale, searchPrefilterable, soapType, sortable,"
            + " type, unique, updateable, writeRequiresMasterRead";

    private static LocalOrg org;
    private static Client admin;

    @BeforeAll
    static void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void a_row_is_created_read_changed_and_deleted() {
        Answer created = admin.post(API + "/sobjects/account", "{'name':'Press'}");
        assertEquals(201, created.status());
        assertFalse(created.body().has("created"));
        String id = created.body().path("id").asText();
        assertEquals(18, id.length());
        assertEquals(
                API + "/sobjects/Account/" + id,
                created.raw().headers().firstValue("Location").orElseThrow());
        assertTrue(created.raw()
                .headers()
                .firstValue("Sforce-Limit-Info")
                .orElseThrow()
                .startsWith("api-usage="));
        assertEquals(
                204,
                admin.post(API + "/sobjects/Account/" + id + "?_HttpMethod=PATCH", "{'NumberOfEmployees':7}")
                        .status());
        JsonNode row =
                admin.get(API + "/sobjects/Account/" + id.substring(0, 15)).body();
        assertEquals("Press", row.path("Name").asText());
        assertEquals("7", row.path("NumberOfEmployees").toString());
        assertTrue(row.path("Website").isNull());
        assertEquals(204, admin.delete(API + "/sobjects/Account/" + id).status());
        assertEquals(404, admin.get(API + "/sobjects/Account/" + id).status());
        assertEquals(
                "ENTITY_IS_DELETED",
                admin.delete(API + "/sobjects/Account/" + id).code());
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertEquals(404, admin.get(API + "/sobjects/Nope__c/describe").status());
        assertEquals("NOT_FOUND", admin.get(API + "/sobjects/Nope__c/describe").code());
        assertEquals(
                "INVALID_CROSS_REFERENCE_KEY",
                admin.patch(API + "/sobjects/Account/001Lo0000009999", "{}").code());
        assertEquals(
                404,
                admin.patch(API + "/sobjects/Account/001Lo0000009999", "{}").status());
        assertEquals(
                "MALFORMED_ID",
                admin.get(API + "/sobjects/Account/a03Lo0000000001IAA").code());
        assertEquals(
                "NOT_FOUND",
                admin.patch(API + "/sobjects/Tree__c/Note__c/x", "{}").code());
        assertEquals(405, admin.patch(API + "/sobjects/Account", "{}").status());
        assertEquals(404, admin.get("/services/data/v99.0/limits").status());
        assertEquals(410, admin.get("/services/data/v29.0/limits").status());
    }

    @Test
    void an_upsert_by_external_id_creates_then_changes() {
        Answer created =
                admin.patch(API + "/sobjects/Tree__c/Code__c/a%2Fb", "{'Orchard__r':{'Code__c':'HILL'},'Apples__c':1}");
        assertEquals(201, created.status());
        assertTrue(created.body().path("created").asBoolean());
        Answer changed = admin.patch(API + "/sobjects/Tree__c/Code__c/A%2FB", "{'Apples__c':2}");
        assertEquals(200, changed.status());
        assertFalse(changed.body().path("created").asBoolean());
        assertEquals(
                204,
                admin.patch("/services/data/v45.0/sobjects/Tree__c/Code__c/a%2Fb", "{'Apples__c':3}")
                        .status());
        assertEquals(
                "3.0",
                admin.get(API + "/sobjects/Tree__c/Code__c/a%2Fb?fields=Apples__c")
                        .body()
                        .path("Apples__c")
                        .toString());
        assertEquals(
                "INVALID_FIELD",
                admin.patch(API + "/sobjects/Tree__c/Code__c/a%2Fb", "{'Code__c':'x'}")
                        .code());
        assertEquals(
                404,
                admin.patch(API + "/sobjects/Tree__c/Code__c/none?updateOnly=true", "{}")
                        .status());
    }

    @Test
    void unknown_fields_and_ids_in_a_body_are_refused() {
        Answer unknown = admin.post(API + "/sobjects/Account", "{'Name':'x','Foo':1}");
        assertEquals("No such column 'Foo' on sobject of type Account", unknown.message());
        assertEquals(
                "INVALID_FIELD",
                admin.post(API + "/sobjects/Account", "{'Id':'001Lo0000000001','Name':'x'}")
                        .code());
        assertEquals(
                "JSON_PARSER_ERROR", admin.post(API + "/sobjects/Account", "").code());
        assertEquals(
                "JSON_PARSER_ERROR", admin.post(API + "/sobjects/Account", "[]").code());
    }

    @Test
    void describe_has_the_keys_of_a_real_org_and_tells_the_truth() {
        JsonNode describe = admin.get(API + "/sobjects/Tree__c/describe").body();
        assertEquals("a0", describe.path("keyPrefix").asText().substring(0, 2));
        JsonNode code = field(describe, "Code__c");
        assertTrue(code.path("externalId").asBoolean()
                && code.path("unique").asBoolean()
                && code.path("idLookup").asBoolean());
        Set<String> keys = new TreeSet<>();
        code.fieldNames().forEachRemaining(keys::add);
        assertEquals(new TreeSet<>(List.of(FIELD_KEYS.split(", "))), keys);
        JsonNode master = field(describe, "Orchard__c");
        assertTrue(master.path("cascadeDelete").asBoolean()
                && master.path("updateable").asBoolean()
                && master.path("writeRequiresMasterRead").asBoolean());
        assertEquals("Orchard__r", master.path("relationshipName").asText());
        assertEquals(1, field(describe, "Apples__c").path("scale").asInt());
        assertTrue(field(describe, "Closed__c").path("calculated").asBoolean());
        JsonNode parent = admin.get(API + "/sobjects/Orchard__c/describe").body();
        assertTrue(parent.path("childRelationships")
                .findValuesAsText("relationshipName")
                .contains("Trees__r"));
        assertFalse(field(parent, "Region__c").path("updateable").asBoolean());
        JsonNode global = admin.get(API + "/sobjects").body();
        assertEquals(200, global.path("maxBatchSize").asInt());
        assertTrue(global.path("sobjects").findValuesAsText("name").contains("Policy__mdt"));
        assertEquals(
                "Default", admin.first("SELECT DeveloperName FROM Policy__mdt").get(0));
    }

    private static JsonNode field(JsonNode describe, String name) {
        for (JsonNode field : describe.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }

    @Test
    void limits_versions_and_the_root_answer() {
        assertEquals(8, Client.nobody(org).get("/services/data/").body().size());
        assertTrue(admin.get(API + "/limits")
                        .body()
                        .path("DailyApiRequests")
                        .path("Remaining")
                        .asInt()
                > 0);
        assertEquals(API + "/query", admin.get(API + "/").body().path("query").asText());
        assertEquals(
                1,
                admin.get(API + "/limits/recordCount?sObjects=Region__c,Nope")
                        .body()
                        .path("sObjects")
                        .path(0)
                        .path("count")
                        .asInt());
    }

    @Test
    void answers_are_compact_unless_asked_and_zipped_when_asked() {
        assertFalse(admin.get(API + "/limits").raw().body().contains("\n"));
        assertTrue(admin.get(API + "/limits", "X-PrettyPrint", "1").raw().body().contains("\n"));
        assertEquals(
                "gzip",
                admin.get(API + "/sobjects", "Accept-Encoding", "gzip")
                        .raw()
                        .headers()
                        .firstValue("Content-Encoding")
                        .orElseThrow());
    }
}
