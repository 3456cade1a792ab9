package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.Caller.Answer;
import dev.tailback.testkit.SettableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single records: values, history, archive, merge, links. */
class RecordsTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";
    private static final String CONTACTS = "/crm/objects/2026-09/contacts";

    private final SettableClock clock = new SettableClock();
    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start(LocalHubSpotOptions.standard().withClock(clock));
        app = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private String company(String name) {
        return app.post(COMPANIES, "{'properties':{'name':'" + name + "'}}").id();
    }

    private String contact(String email) {
        return app.post(CONTACTS, "{'properties':{'email':'" + email + "'}}").id();
    }

    @Test
    void a_created_record_has_a_numeric_id_and_both_times() {
        Answer created = app.post(COMPANIES, "{'properties':{'name':'Acme'}}");

        assertEquals(201, created.status());
        assertTrue(created.id().matches("\\d+"));
        assertEquals("2026-11-20T09:00:00Z", created.body().path("createdAt").asText());
        assertEquals(created.id(), created.value("hs_object_id"));
        assertEquals("2026-11-20T09:00:00Z", created.value("hs_lastmodifieddate"));
    }

    @Test
    void both_paths_lead_to_one_record() {
        String id = company("Acme");

        assertEquals("Acme", app.get("/crm/v3/objects/companies/" + id).value("name"));
        assertEquals("Acme", app.get("/crm/objects/2026-09/company/" + id).value("name"));
        assertEquals(404, app.get("/crm/objects/2031-03/companies/" + id).status());
    }

    @Test
    void history_tells_who_set_a_value_and_when() {
        String id = company("Acme");
        clock.advance(Duration.ofMinutes(1));
        app.put("/local-crms/records/companies/" + id, "{'name':'Acme AG'}");

        JsonNode versions = app.get(COMPANIES + "/" + id + "?propertiesWithHistory=name")
                .body()
                .path("propertiesWithHistory")
                .path("name");

        assertEquals("Acme AG", versions.path(0).path("value").asText());
        assertEquals("2026-11-20T09:01:00Z", versions.path(0).path("timestamp").asText());
        assertEquals("CRM_UI", versions.path(0).path("sourceType").asText());
        assertTrue(versions.path(0).path("updatedByUserId").asInt() > 0);
        assertEquals("INTEGRATION", versions.path(1).path("sourceType").asText());
        assertEquals(2, versions.size());
    }

    @Test
    void history_keeps_20_versions_of_a_company() {
        String id = company("0");
        IntStream.rangeClosed(1, 25)
                .forEach(n -> app.put("/local-crms/records/companies/" + id, "{'name':'" + n + "'}"));

        JsonNode versions = app.get(COMPANIES + "/" + id + "?propertiesWithHistory=name")
                .body()
                .path("propertiesWithHistory")
                .path("name");

        assertEquals(20, versions.size());
        assertEquals("25", versions.path(0).path("value").asText());
    }

    @Test
    void a_value_that_is_there_already_moves_the_time_and_makes_no_version() {
        String id = company("Acme");
        clock.advance(Duration.ofSeconds(5));

        Answer again = app.patch(COMPANIES + "/" + id, "{'properties':{'name':'Acme'}}");

        assertEquals("2026-11-20T09:00:05Z", again.value("hs_lastmodifieddate"));
        assertEquals(
                1,
                app.get(COMPANIES + "/" + id + "?propertiesWithHistory=name")
                        .body()
                        .path("propertiesWithHistory")
                        .path("name")
                        .size());
    }

    @Test
    void the_switch_same_value_write_leaves_the_time_alone() {
        app.put("/local-crms/switches", "{'same-value-write':'nothing'}");
        String id = company("Acme");
        clock.advance(Duration.ofSeconds(5));

        Answer again = app.patch(COMPANIES + "/" + id, "{'properties':{'name':'Acme'}}");

        assertEquals("2026-11-20T09:00:00Z", again.value("hs_lastmodifieddate"));
    }

    @Test
    void an_archived_record_is_found_only_where_archived_ones_are_asked_for() {
        String id = company("Acme");
        assertEquals(204, app.delete(COMPANIES + "/" + id).status());

        assertEquals(404, app.get(COMPANIES + "/" + id).status());
        assertEquals(0, app.get(COMPANIES).body().path("results").size());
        Answer gone = app.get(COMPANIES + "?archived=true");
        assertEquals(id, gone.result(0).path("id").asText());
        assertTrue(gone.result(0).path("archived").asBoolean());
        assertEquals(200, app.get(COMPANIES + "/" + id + "?archived=true").status());
        assertEquals(204, app.delete(COMPANIES + "/" + id).status());
    }

    @Test
    void a_list_is_read_in_pages() {
        IntStream.range(0, 7).forEach(n -> company("c" + n));

        Answer first = app.get(COMPANIES + "?limit=5");
        String after = first.body().path("paging").path("next").path("after").asText();
        Answer second = app.get(COMPANIES + "?limit=5&after=" + after);

        assertEquals(5, first.body().path("results").size());
        assertEquals(2, second.body().path("results").size());
        assertTrue(second.body().path("paging").isMissingNode());
        assertEquals(400, app.get(COMPANIES + "?limit=101").status());
        assertEquals(400, app.get(COMPANIES + "?after=x").status());
        assertEquals(
                400, app.get(COMPANIES + "?limit=51&propertiesWithHistory=name").status());
    }

    @Test
    void a_contact_is_found_by_e_mail_in_any_case() {
        String id = contact(" Ann@Example.COM ");

        Answer found = app.get(CONTACTS + "/ANN@example.com?idProperty=email");

        assertEquals(id, found.id());
        assertEquals("ann@example.com", found.value("email"));
        assertEquals(400, app.get(CONTACTS + "/Ann?idProperty=firstname").status());
    }

    @Test
    void a_second_contact_with_an_e_mail_address_is_a_conflict_that_names_the_first() {
        String id = contact("ann@example.com");

        Answer second = app.post(CONTACTS, "{'properties':{'email':'ANN@example.com'}}");

        assertEquals(409, second.status());
        assertEquals("Contact already exists. Existing ID: " + id, second.message());
        app.delete(CONTACTS + "/" + id);
        assertEquals(
                201,
                app.post(CONTACTS, "{'properties':{'email':'ann@example.com'}}").status());
    }

    @Test
    void an_archived_record_cannot_come_back_to_a_unique_value_that_is_taken() {
        String id = contact("ann@example.com");
        app.delete(CONTACTS + "/" + id);
        contact("ann@example.com");

        Answer restored = app.post("/local-crms/records/contacts/" + id + "/restore", "");

        assertEquals(400, restored.status());
        assertTrue(restored.body().path("error").asText().contains("already exists"));
    }

    @Test
    void a_merge_makes_the_loser_one_more_name_of_the_winner() {
        String winner = app.post(CONTACTS, "{'properties':{'email':'a@x.org','firstname':'Ann'}}")
                .id();
        String loser = app.post(CONTACTS, "{'properties':{'email':'b@x.org','firstname':'Anne','phone':'1'}}")
                .id();

        Answer merged =
                app.post(CONTACTS + "/merge", "{'primaryObjectId':'" + winner + "','objectIdToMerge':'" + loser + "'}");

        assertEquals(200, merged.status());
        Answer byLoser = app.get(CONTACTS + "/" + loser + "?properties=firstname,phone,hs_merged_object_ids");
        assertEquals(winner, byLoser.id());
        assertEquals("Ann", byLoser.value("firstname"));
        assertEquals("1", byLoser.value("phone"));
        assertEquals(loser, byLoser.value("hs_merged_object_ids"));
        assertEquals(
                0, app.get(CONTACTS + "?archived=true").body().path("results").size());
        assertEquals(
                201, app.post(CONTACTS, "{'properties':{'email':'b@x.org'}}").status());
    }

    @Test
    void a_merge_can_give_a_new_id() {
        app.put("/local-crms/switches", "{'merge-id':'new'}");
        String winner = company("Acme");
        String loser = company("Acme AG");

        Answer merged = app.post(
                COMPANIES + "/merge", "{'primaryObjectId':'" + winner + "','objectIdToMerge':'" + loser + "'}");

        assertTrue(!merged.id().equals(winner) && !merged.id().equals(loser));
        assertEquals(merged.id(), app.get(COMPANIES + "/" + winner).id());
        assertEquals(merged.id(), app.get(COMPANIES + "/" + loser).id());
    }

    @Test
    void a_record_is_not_merged_with_itself_or_with_nothing() {
        String id = company("Acme");

        assertEquals(
                400,
                app.post(COMPANIES + "/merge", "{'primaryObjectId':'" + id + "','objectIdToMerge':'" + id + "'}")
                        .status());
        assertEquals(
                404,
                app.post(COMPANIES + "/merge", "{'primaryObjectId':'" + id + "','objectIdToMerge':'17'}")
                        .status());
    }

    @Test
    void a_forgotten_person_leaves_nothing() {
        String id = contact("ann@example.com");

        assertEquals(
                204,
                app.post(CONTACTS + "/gdpr-delete", "{'objectId':'ann@example.com','idProperty':'email'}")
                        .status());

        assertEquals(404, app.get(CONTACTS + "/" + id).status());
        assertEquals(404, app.get(CONTACTS + "/" + id + "?archived=true").status());
    }

    @Test
    void links_are_seen_from_both_ends_and_leave_the_time_alone() {
        String company = company("Acme");
        String contact = contact("ann@example.com");
        clock.advance(Duration.ofMinutes(1));

        Answer made = app.post(
                "/crm/associations/2026-09/contacts/companies/batch/associate/default",
                "{'inputs':[{'from':{'id':'" + contact + "'},'to':{'id':'" + company + "'}}]}");

        assertEquals(200, made.status());
        Answer read =
                app.post("/crm/v4/associations/companies/contacts/batch/read", "{'inputs':[{'id':'" + company + "'}]}");
        assertEquals(
                contact, read.result(0).path("to").path(0).path("toObjectId").asText());
        assertEquals(
                280,
                read.result(0)
                        .path("to")
                        .path(0)
                        .path("associationTypes")
                        .path(0)
                        .path("typeId")
                        .asInt());
        Answer shown = app.get(COMPANIES + "/" + company + "?associations=contacts");
        assertEquals("2026-11-20T09:00:00Z", shown.value("hs_lastmodifieddate"));
        assertEquals(
                contact,
                shown.body()
                        .path("associations")
                        .path("contacts")
                        .path("results")
                        .path(0)
                        .path("id")
                        .asText());
    }

    @Test
    void a_link_ends_when_it_is_archived_or_one_end_is() {
        String company = company("Acme");
        String contact = contact("ann@example.com");
        String link = "/crm/v4/objects/contacts/" + contact + "/associations/default/companies/" + company;
        assertEquals(200, app.call("PUT", link, "").status());

        app.post(
                "/crm/associations/2026-09/contacts/companies/batch/archive",
                "{'inputs':[{'from':{'id':'" + contact + "'},'to':[{'id':'" + company + "'}]}]}");
        String links = "/crm/v4/objects/contacts/" + contact + "/associations/companies";
        assertEquals(0, app.get(links).body().path("results").size());

        app.call("PUT", link, "");
        app.delete(COMPANIES + "/" + company);
        assertEquals(0, app.get(links).body().path("results").size());
    }

    @Test
    void what_is_no_json_or_no_path_is_refused_in_hubspot_s_form() {
        Answer broken = app.post(COMPANIES, "{'properties':");
        assertEquals(400, broken.status());
        assertEquals("VALIDATION_ERROR", broken.category());
        assertTrue(broken.body().path("correlationId").asText().length() > 30);
        assertEquals(400, app.post(COMPANIES, "[]").status());
        assertEquals(400, app.post(COMPANIES, "{'properties':{'name':{'a':1}}}").status());
        assertEquals(404, app.get("/crm/v3/nothing/here").status());
        assertEquals(400, app.get("/crm/v3/objects/unicorns").status());
        assertEquals(405, app.call("PUT", COMPANIES + "/1", "{}").status());
    }
}
