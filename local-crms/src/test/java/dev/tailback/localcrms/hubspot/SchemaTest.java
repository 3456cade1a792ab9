package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Properties through the API, and as a person changes them while the account runs. */
class SchemaTest {
    private static final String PROPERTIES = "/crm/properties/2026-09/companies";
    private static final String COMPANIES = "/crm/objects/2026-09/companies";
    private static final String TIER =
            "{'name':'tier','label':'Tier','type':'string','fieldType':'text','groupName':'companyinformation'}";

    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start();
        app = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void a_property_tells_what_a_caller_may_do_with_it() {
        JsonNode modified = app.get(PROPERTIES + "/hs_lastmodifieddate").body();
        JsonNode name = app.get("/crm/v3/properties/companies/name").body();
        JsonNode email = app.get("/crm/v3/properties/contacts/email").body();

        assertTrue(modified.path("modificationMetadata").path("readOnlyValue").asBoolean());
        assertFalse(name.path("modificationMetadata").path("readOnlyValue").asBoolean());
        assertTrue(name.path("hubspotDefined").asBoolean());
        assertTrue(email.path("hasUniqueValue").asBoolean());
        assertEquals(404, app.get(PROPERTIES + "/nothing").status());
        assertTrue(app.get(PROPERTIES).body().path("results").size() > 20);
    }

    @Test
    void a_property_is_created_relabelled_and_archived() {
        assertEquals(201, app.post(PROPERTIES, TIER).status());
        assertEquals(409, app.post(PROPERTIES, TIER).status());

        Answer relabelled = app.patch(PROPERTIES + "/tier", "{'label':'Level','name':'other'}");
        assertEquals("Level", relabelled.body().path("label").asText());
        assertEquals("tier", relabelled.body().path("name").asText());

        String id = app.post(COMPANIES, "{'properties':{'tier':'gold'}}").id();
        assertEquals(204, app.delete(PROPERTIES + "/tier").status());
        assertEquals(404, app.get(PROPERTIES + "/tier").status());
        assertTrue(app.get(PROPERTIES + "/tier?archived=true")
                .body()
                .path("archived")
                .asBoolean());
        assertTrue(app.get(COMPANIES + "/" + id + "?properties=tier")
                .body()
                .path("properties")
                .path("tier")
                .isMissingNode());
        assertEquals(400, app.post(COMPANIES, "{'properties':{'tier':'gold'}}").status());
    }

    @Test
    void hubspot_s_own_definitions_stay() {
        assertEquals(400, app.patch(PROPERTIES + "/name", "{'label':'Firm'}").status());
        assertEquals(400, app.delete(PROPERTIES + "/name").status());
    }

    @Test
    void a_bad_definition_is_refused_in_a_sentence() {
        assertEquals(
                400, app.post(PROPERTIES, TIER.replace("'tier'", "'Tier!'")).status());
        assertEquals(400, app.post(PROPERTIES, TIER.replace("'Tier'", "''")).status());
        assertEquals(
                400, app.post(PROPERTIES, TIER.replace("'string'", "'colour'")).status());
        assertEquals(
                400, app.post(PROPERTIES, TIER.replace("'text'", "'checkbox'")).status());
        assertEquals(
                400,
                app.post(PROPERTIES, TIER.replace("'companyinformation'", "''")).status());
        Answer without =
                app.post(PROPERTIES, TIER.replace("'string'", "'enumeration'").replace("'text'", "'select'"));
        assertTrue(without.message().contains("needs options"), without.message());
    }

    @Test
    void an_object_has_ten_unique_properties_at_most() {
        for (int n = 0; n < 10; n++) {
            String unique =
                    TIER.replace("'tier'", "'key" + n + "'").replace("'label'", "'hasUniqueValue':true,'label'");
            assertEquals(201, app.post(PROPERTIES, unique).status());
        }
        String one = TIER.replace("'label'", "'hasUniqueValue':true,'label'");
        assertTrue(app.post(PROPERTIES, one).message().contains("at most 10"));
    }

    @Test
    void a_unique_value_is_taken_once() {
        app.post(PROPERTIES, TIER.replace("'label'", "'hasUniqueValue':true,'label'"));
        app.post(COMPANIES, "{'properties':{'tier':'gold'}}");

        Answer second = app.post(COMPANIES, "{'properties':{'tier':'GOLD'}}");

        assertEquals(400, second.status());
        assertTrue(second.message().contains("CONFLICTING_UNIQUE_VALUE"));
    }

    @Test
    void a_person_renames_a_property_and_values_and_history_go_along() {
        app.post("/local-crms/schema/companies", TIER);
        String id = app.post(COMPANIES, "{'properties':{'tier':'gold'}}").id();

        assertEquals(
                200,
                app.post("/local-crms/schema/companies/tier/rename", "{'to':'level'}")
                        .status());

        assertEquals(404, app.get(PROPERTIES + "/tier").status());
        Answer read = app.get(COMPANIES + "/" + id + "?propertiesWithHistory=level");
        assertEquals("gold", read.value("level"));
        assertEquals(1, read.body().path("propertiesWithHistory").path("level").size());
    }

    @Test
    void a_person_gives_a_property_another_type_and_what_does_not_fit_is_emptied() {
        app.post("/local-crms/schema/companies", TIER);
        String three = app.post(COMPANIES, "{'properties':{'tier':'3.0'}}").id();
        String gold = app.post(COMPANIES, "{'properties':{'tier':'gold'}}").id();

        Answer changed = app.post("/local-crms/schema/companies/tier/change", "{'type':'number'}");

        assertEquals("number", changed.body().path("type").asText());
        assertEquals("3", app.get(COMPANIES + "/" + three + "?properties=tier").value("tier"));
        assertTrue(app.get(COMPANIES + "/" + gold + "?properties=tier")
                .body()
                .path("properties")
                .path("tier")
                .isNull());
    }

    @Test
    void a_person_sets_rules_that_the_api_enforces() {
        app.post("/local-crms/schema/companies/name/require", "{'minLength':3}");

        assertTrue(
                app.post(COMPANIES, "{'properties':{'city':'Bern'}}").message().contains("REQUIRED_PROPERTY"));
        assertTrue(
                app.post(COMPANIES, "{'properties':{'name':'AB'}}").message().contains("has fewer than 3 characters"));
        assertEquals(201, app.post(COMPANIES, "{'properties':{'name':'ABC'}}").status());
    }

    @Test
    void a_person_removes_a_property_of_hubspot_s_own() {
        assertEquals(
                200,
                app.post("/local-crms/schema/companies/industry/remove", "").status());

        assertEquals(404, app.get(PROPERTIES + "/industry").status());
    }

    @Test
    void an_order_that_cannot_be_gets_one_sentence() {
        assertEquals(
                "There is no object cats; there are contacts, companies and deals.",
                app.post("/local-crms/schema/cats", TIER).body().path("error").asText());
        assertEquals(
                "There is no property nothing of companies that a person can change.",
                app.post("/local-crms/schema/companies/nothing/rename", "{'to':'x'}")
                        .body()
                        .path("error")
                        .asText());
        assertEquals(
                400, app.post("/local-crms/schema/companies/name/paint", "{}").status());
        assertEquals(
                400, app.post("/local-crms/schema/companies/name/rename", "{").status());
        assertEquals(404, app.get("/local-crms/schema/companies").status());
    }
}
