package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk API 2.0: jobs that write CSV and jobs that read it. */
class BulkTest {
    private static final String INGEST = API + "/jobs/ingest";

    private LocalOrg org;
    private Client admin;

    @BeforeEach
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private String job(String operation, String more) {
        Answer answer = admin.post(INGEST, "{'object':'Tree__c','operation':'" + operation + "'" + more + "}");
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body().path("id").asText();
    }

    private String upsertJob() {
        return job("upsert", ",'externalIdFieldName':'Code__c','contentType':'CSV','lineEnding':'LF'");
    }

    private JsonNode done(String job, String csv) {
        assertEquals(201, admin.csv("PUT", INGEST + "/" + job + "/batches", csv).status());
        assertEquals(
                "UploadComplete",
                admin.patch(INGEST + "/" + job, "{'state':'UploadComplete'}")
                        .body()
                        .path("state")
                        .asText());
        return ended(job);
    }

    private JsonNode ended(String job) {
        return await().until(
                        () -> admin.get(INGEST + "/" + job).body(),
                        state -> List.of("JobComplete", "Failed", "Aborted")
                                .contains(state.path("state").asText()));
    }

    private String result(String job, String which) {
        return admin.get(INGEST + "/" + job + "/" + which).raw().body();
    }

    @Test
    void a_job_is_born_open_and_says_where_its_data_goes() {
        JsonNode job = admin.post(INGEST, "{'object':'tree__c','operation':'upsert','externalIdFieldName':'code__c'}")
                .body();
        assertEquals("Open", job.path("state").asText());
        assertEquals("Tree__c", job.path("object").asText());
        assertEquals("Code__c", job.path("externalIdFieldName").asText());
        assertEquals(66.0, job.path("apiVersion").asDouble());
        assertEquals(
                "services/data/v66.0/jobs/ingest/" + job.path("id").asText() + "/batches",
                job.path("contentUrl").asText());
        assertTrue(job.path("id").asText().startsWith("750"));
    }

    @Test
    void good_rows_are_saved_bad_ones_say_why_and_the_job_is_complete() {
        String job = upsertJob();
        JsonNode state = done(
                job,
                "Code__c,Orchard__r.Code__c,Apples__c,Felled__c\nA,HILL,3,TRUE\nB,NOWHERE,1,false\nC,vale,many,0\n"
                        + "D,VALE,-5,false\n");
        assertEquals("JobComplete", state.path("state").asText());
        assertEquals("V2Ingest", state.path("jobType").asText());
        assertEquals(4, state.path("numberRecordsProcessed").asInt());
        assertEquals(3, state.path("numberRecordsFailed").asInt());
        String saved = result(job, "successfulResults");
        assertTrue(saved.startsWith("\"sf__Id\",\"sf__Created\",\"Code__c\",\"Orchard__r.Code__c\""), saved);
        assertTrue(saved.contains("\"true\",\"A\",\"HILL\",\"3\""), saved);
        String failed = result(job, "failedResults");
        assertTrue(
                failed.contains(
                        "INVALID_FIELD:Foreign key external ID: NOWHERE not found for field Code__c in entity Orchard__c:Code__c --"),
                failed);
        assertTrue(failed.contains(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION:[NEGATIVE] Apples cannot be negative.:Apples__c --"));
        assertTrue(failed.contains("\"C\",\"vale\",\"many\""), failed);
        assertEquals(List.of("3.0", "true"), admin.first("SELECT Apples__c, Felled__c FROM Tree__c"));
    }

    @Test
    void an_empty_cell_leaves_a_value_and_not_available_clears_it() {
        done(upsertJob(), "Code__c,Orchard__r.Code__c,Apples__c,Tag__c\nA,HILL,3,red\n");
        String job = upsertJob();
        done(job, "Code__c,Apples__c,Tag__c\nA,,#N/A\n");
        assertTrue(result(job, "successfulResults").contains("\"false\",\"A\""));
        assertEquals(List.of("3.0", "null"), admin.first("SELECT Apples__c, Tag__c FROM Tree__c"));
    }

    @Test
    void other_delimiters_line_endings_and_quotes_are_read() {
        String job = job("insert", ",'columnDelimiter':'SEMICOLON','lineEnding':'CRLF'");
        JsonNode state = done(job, "Code__c;Orchard__r.Code__c;Note__c\r\nA;HILL;\"two\r\nlines; \"\"x\"\"\"\r\n\r\n");
        assertEquals(0, state.path("numberRecordsFailed").asInt(), () -> result(job, "failedResults"));
        assertEquals(List.of("two\r\nlines; \"x\""), admin.first("SELECT Note__c FROM Tree__c"));
    }

    @Test
    void a_wrong_line_ending_or_an_unknown_column_fails_the_whole_job() {
        String crlf = upsertJob();
        JsonNode state = done(crlf, "Code__c,Orchard__r.Code__c\r\nA,HILL\r\n");
        assertEquals("Failed", state.path("state").asText());
        assertTrue(state.path("errorMessage").asText().startsWith("LineEnding is invalid on user data."));
        String unknown = upsertJob();
        assertEquals(
                "InvalidBatch : Field name not found : Nothing__c",
                done(unknown, "Code__c,Nothing__c\nA,1\n").path("errorMessage").asText());
        assertTrue(result(unknown, "unprocessedrecords").contains("\"A\",\"1\""));
    }

    @Test
    void rows_are_updated_and_deleted_by_id() {
        done(upsertJob(), "Code__c,Orchard__r.Code__c\nA,HILL\n");
        String id = admin.first("SELECT Id FROM Tree__c").get(0);
        done(job("update", ""), "Id,Apples__c\n" + id + ",8\n");
        assertEquals(List.of("8.0"), admin.first("SELECT Apples__c FROM Tree__c"));
        String delete = job("delete", "");
        done(delete, "Id\n" + id + "\n" + id + "\nwrong\n");
        assertEquals(
                "0",
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asText());
        assertTrue(result(delete, "failedResults").contains("ENTITY_IS_DELETED:entity is deleted: --"));
    }

    @Test
    void a_multipart_job_holds_its_data_and_starts_at_once() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"job\"\r\nContent-Type: application/json\r\n\r\n"
                + "{\"object\":\"Tree__c\",\"operation\":\"insert\",\"contentType\":\"CSV\",\"lineEnding\":\"LF\"}\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"content\"; filename=\"content\"\r\nContent-Type: text/csv\r\n\r\n"
                + "Code__c,Orchard__r.Code__c\nA,HILL\r\n--x--\r\n";
        Answer answer = admin.send("POST", INGEST, "multipart/form-data; boundary=x", body);
        assertEquals("UploadComplete", answer.body().path("state").asText());
        assertEquals(
                1,
                ended(answer.body().path("id").asText())
                        .path("numberRecordsProcessed")
                        .asInt());
        assertEquals(List.of("A"), admin.first("SELECT Code__c FROM Tree__c"));
    }

    @Test
    void a_job_takes_data_once_and_cannot_go_back() {
        String job = upsertJob();
        assertEquals("INVALIDJOBSTATE", admin.delete(INGEST + "/" + job).code());
        done(job, "Code__c,Orchard__r.Code__c\nA,HILL\n");
        assertEquals(
                "INVALIDJOBSTATE",
                admin.csv("PUT", INGEST + "/" + job + "/batches", "x").code());
        assertEquals(
                "INVALIDJOBSTATE",
                admin.patch(INGEST + "/" + job, "{'state':'Aborted'}").code());
        assertEquals(204, admin.delete(INGEST + "/" + job).status());
        assertEquals(404, admin.get(INGEST + "/" + job).status());
    }

    @Test
    void an_aborted_job_does_nothing_and_is_listed() {
        String job = upsertJob();
        admin.csv("PUT", INGEST + "/" + job + "/batches", "Code__c,Orchard__r.Code__c\nA,HILL\n");
        assertEquals(
                "Aborted",
                admin.patch(INGEST + "/" + job, "{'state':'Aborted'}")
                        .body()
                        .path("state")
                        .asText());
        JsonNode list = admin.get(INGEST).body();
        assertTrue(list.path("done").asBoolean());
        assertEquals(job, list.path("records").path(0).path("id").asText());
        assertTrue(result(job, "unprocessedrecords").contains("A,HILL"));
    }

    @Test
    void what_no_job_can_be_is_refused() {
        assertEquals(
                "INVALIDJOB",
                admin.post(INGEST, "{'object':'Nothing__c','operation':'insert'}")
                        .code());
        assertEquals(
                "INVALIDJOB",
                admin.post(INGEST, "{'object':'Tree__c','operation':'upsert'}").code());
        assertEquals(
                "INVALIDJOB",
                admin.post(INGEST, "{'object':'Tree__c','operation':'grow'}").code());
        assertEquals(
                "INVALIDJOB",
                admin.post(INGEST, "{'object':'Tree__c','operation':'insert','columnDelimiter':'STAR'}")
                        .code());
    }

    @Test
    void a_query_job_gives_its_rows_page_by_page() {
        String rows = IntStream.range(0, 5)
                .mapToObj(number -> "T" + number + ",HILL," + number)
                .collect(Collectors.joining("\n"));
        done(upsertJob(), "Code__c,Orchard__r.Code__c,Apples__c\n" + rows + "\n");
        JsonNode job = admin.post(
                        API + "/jobs/query",
                        "{'operation':'query','query':'SELECT Code__c, Orchard__r.Name, Apples__c FROM Tree__c ORDER BY Code__c'}")
                .body();
        String path = API + "/jobs/query/" + job.path("id").asText();
        await().until(() -> admin.get(path).body().path("state").asText().equals("JobComplete"));
        Answer first = admin.get(path + "/results?maxRecords=3");
        assertEquals(
                "\"Code__c\",\"Orchard__r.Name\",\"Apples__c\"\n\"T0\",\"Hill\",\"0.0\"\n\"T1\",\"Hill\",\"1.0\"\n\"T2\",\"Hill\",\"2.0\"\n",
                first.raw().body());
        assertEquals(
                "3", first.raw().headers().firstValue("Sforce-NumberOfRecords").orElseThrow());
        String locator = first.raw().headers().firstValue("Sforce-Locator").orElseThrow();
        Answer last = admin.get(path + "/results?maxRecords=3&locator=" + locator);
        assertEquals("null", last.raw().headers().firstValue("Sforce-Locator").orElseThrow());
        assertTrue(last.raw().body().endsWith("\"T4\",\"Hill\",\"4.0\"\n"));
        assertFalse(admin.get(API + "/jobs/query").body().path("records").isEmpty());
        assertEquals(204, admin.delete(path).status());
    }

    @Test
    void a_query_job_neither_groups_nor_guesses() {
        assertEquals(
                "API_ERROR",
                admin.post(API + "/jobs/query", "{'operation':'query','query':'SELECT COUNT(Id) FROM Tree__c'}")
                        .code());
        assertEquals(
                "API_ERROR",
                admin.post(API + "/jobs/query", "{'operation':'query','query':'SELECT Nothing__c FROM Tree__c'}")
                        .code());
        assertEquals(
                "INVALIDJOB",
                admin.post(API + "/jobs/query", "{'operation':'grow'}").code());
    }
}
