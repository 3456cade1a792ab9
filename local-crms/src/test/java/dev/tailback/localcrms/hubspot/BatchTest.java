package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localcrms.hubspot.Caller.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches: what one call does to many records, and what fails beside it. */
class BatchTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";
    private static final String GOOD =
            "{'id':'k1','idProperty':'ext_key','objectWriteTraceId':'t1','properties':{'name':'A'}}";
    private static final String BAD =
            "{'id':'k2','idProperty':'ext_key','objectWriteTraceId':'t2','properties':{'annualrevenue':'much'}}";

    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start();
        app = Caller.of(crm);
        assertEquals(
                201,
                app.post(
                                "/crm/properties/2026-09/companies",
                                "{'name':'ext_key','label':'Key','type':'string','fieldType':'text',"
                                        + "'groupName':'companyinformation','hasUniqueValue':true}")
                        .status());
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private Answer upsert(String... inputs) {
        return app.post(COMPANIES + "/batch/upsert", "{'inputs':[" + String.join(",", inputs) + "]}");
    }

    @Test
    void an_upsert_creates_and_then_changes_the_same_record() {
        Answer first = upsert(GOOD);
        Answer second = upsert(GOOD.replace("'A'", "'B'"));

        assertTrue(first.result(0).path("new").asBoolean());
        assertFalse(second.result(0).path("new").asBoolean());
        assertEquals(first.result(0).path("id"), second.result(0).path("id"));
        assertEquals("k1", first.result(0).path("properties").path("ext_key").asText());
        assertEquals("t1", first.result(0).path("objectWriteTraceId").asText());
    }

    @Test
    void a_bad_input_among_traced_ones_is_an_error_beside_the_results() {
        Answer answer = upsert(GOOD, BAD);

        assertEquals(200, answer.status());
        assertEquals(1, answer.body().path("results").size());
        assertEquals(1, answer.body().path("numErrors").asInt());
        assertEquals(
                "t2",
                answer.body()
                        .path("errors")
                        .path(0)
                        .path("context")
                        .path("objectWriteTraceId")
                        .path(0)
                        .asText());
    }

    @Test
    void the_third_version_answers_207_for_a_part() {
        Answer answer = app.post("/crm/v3/objects/companies/batch/upsert", "{'inputs':[" + GOOD + "," + BAD + "]}");

        assertEquals(207, answer.status());
    }

    @Test
    void a_bad_input_without_trace_ids_refuses_the_batch_and_nothing_is_written() {
        Answer answer = upsert(GOOD.replace("'objectWriteTraceId':'t1',", ""), BAD);

        assertEquals(400, answer.status());
        assertTrue(answer.message().contains("INVALID_INTEGER"));
        assertEquals(0, app.get(COMPANIES).body().path("results").size());
    }

    @Test
    void the_switch_partial_batch_decides_for_all_batches() {
        app.put("/local-crms/switches", "{'partial-batch':'never'}");
        assertEquals(400, upsert(GOOD, BAD).status());
        app.put("/local-crms/switches", "{'partial-batch':'always','partial-status':'207'}");
        assertEquals(
                207, upsert(GOOD.replace("'objectWriteTraceId':'t1',", ""), BAD).status());
    }

    @Test
    void a_record_twice_in_a_batch_is_refused() {
        assertEquals(400, upsert(GOOD, GOOD).status());
        app.put("/local-crms/switches", "{'repeated-input':'last-wins'}");
        Answer twice = upsert(GOOD, GOOD.replace("'A'", "'B'"));
        assertEquals("B", twice.result(1).path("properties").path("name").asText());
    }

    @Test
    void more_than_100_inputs_are_too_many_and_50_with_history() {
        String ids = IntStream.range(0, 101).mapToObj(n -> "{'id':'" + n + "'}").collect(Collectors.joining(","));
        assertEquals(
                400,
                app.post(COMPANIES + "/batch/read", "{'inputs':[" + ids + "]}").status());
        String fewer =
                IntStream.range(0, 51).mapToObj(n -> "{'id':'" + n + "'}").collect(Collectors.joining(","));
        assertEquals(
                400,
                app.post(COMPANIES + "/batch/read", "{'propertiesWithHistory':['name'],'inputs':[" + fewer + "]}")
                        .status());
        assertEquals(400, app.post(COMPANIES + "/batch/read", "{'inputs':[]}").status());
        assertEquals(400, app.post(COMPANIES + "/batch/read", "{'inputs':[7]}").status());
    }

    @Test
    void a_batch_read_names_what_is_not_there() {
        upsert(GOOD);

        Answer answer = app.post(
                "/crm/v3/objects/companies/batch/read",
                "{'idProperty':'ext_key','properties':['name'],'inputs':[{'id':'k1'},{'id':'k9'}]}");

        assertEquals(207, answer.status());
        assertEquals("A", answer.result(0).path("properties").path("name").asText());
        assertEquals(
                "OBJECT_NOT_FOUND",
                answer.body().path("errors").path(0).path("category").asText());
        assertEquals(
                "k9",
                answer.body()
                        .path("errors")
                        .path(0)
                        .path("context")
                        .path("ids")
                        .path(0)
                        .asText());
    }

    @Test
    void an_update_of_what_is_not_there_is_an_error_beside_the_results() {
        String id = upsert(GOOD).result(0).path("id").asText();

        Answer answer = app.post(
                COMPANIES + "/batch/update",
                "{'inputs':[{'id':'" + id + "','properties':{'name':'C'}},{'id':'17','properties':{'name':'D'}}]}");

        assertEquals("C", answer.result(0).path("properties").path("name").asText());
        assertEquals(
                "OBJECT_NOT_FOUND",
                answer.body().path("errors").path(0).path("category").asText());
    }

    @Test
    void an_upsert_without_a_property_to_find_by_changes_but_never_creates() {
        Answer answer = upsert("{'id':'17','properties':{'name':'D'}}");

        assertEquals(0, answer.body().path("results").size());
        assertEquals(
                "OBJECT_NOT_FOUND",
                answer.body().path("errors").path(0).path("category").asText());
        assertEquals(
                400,
                upsert("{'id':'17','idProperty':'name','properties':{'name':'D'}}")
                        .status());
    }

    @Test
    void created_and_archived_in_batches() {
        Answer created = app.post(
                COMPANIES + "/batch/create", "{'inputs':[{'properties':{'name':'A'}},{'properties':{'name':'B'}}]}");
        assertEquals(201, created.status());
        String ids = "{'id':" + created.result(0).path("id") + "},{'id':"
                + created.result(1).path("id") + "}";

        assertEquals(
                204,
                app.post(COMPANIES + "/batch/archive", "{'inputs':[" + ids + "]}")
                        .status());

        assertEquals(
                2, app.get(COMPANIES + "?archived=true").body().path("results").size());
    }
}
