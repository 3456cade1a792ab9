package dev.tailback.web.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is wrong with a call, its answer is a problem with a stable code, and tells nothing of the inside. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.test.odd-calls", "true");
        return properties;
    }

    @Test
    void malformed_json_is_refused() throws Exception {
        assertProblem(400, "malformed_json", caller().post("/api/odd", "{\"units\": 3"));
    }

    @Test
    void text_where_a_number_belongs_is_refused() throws Exception {
        assertProblem(400, "invalid", caller().post("/api/odd", "{\"name\":\"a\",\"units\":\"many\"}"));
    }

    @Test
    void a_huge_number_names_the_field() throws Exception {
        JsonNode problem = assertProblem(
                400, "invalid", caller().post("/api/odd", "{\"name\":\"a\",\"units\":99999999999999999999}"));
        assertEquals("units", problem.at("/errors/0/field").asText());
    }

    @Test
    void a_list_where_an_object_belongs_is_refused() throws Exception {
        assertProblem(400, "invalid", caller().post("/api/odd", "[]"));
    }

    @Test
    void an_empty_body_is_refused() throws Exception {
        assertProblem(400, "invalid", caller().post("/api/odd", ""));
    }

    @Test
    void a_constraint_that_does_not_hold_names_the_field_and_why() throws Exception {
        JsonNode problem = assertProblem(400, "invalid", caller().post("/api/odd", "{\"name\":\"\",\"units\":0}"));
        assertEquals("name", problem.at("/errors/0/field").asText());
        assertEquals("units", problem.at("/errors/1/field").asText());
        assertTrue(problem.at("/errors/1/message").asText().contains("greater than or equal to 1"));
    }

    @Test
    void another_content_type_is_refused() throws Exception {
        assertProblem(415, "unsupported_media_type", caller().send("POST", "/api/odd", "text/plain", "units=3"));
    }

    @Test
    void a_compressed_body_is_refused() throws Exception {
        assertProblem(
                415,
                "unsupported_encoding",
                caller().send("POST", "/api/odd", "application/json", "{}", "Content-Encoding", "gzip"));
    }

    @Test
    void a_method_that_does_not_exist_names_those_that_do() throws Exception {
        HttpResponse<String> answer = caller().send("PATCH", "/api/odd", "application/json", "{}");
        assertProblem(405, "method_not_allowed", answer);
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains("POST"));
    }

    @Test
    void an_answer_type_that_does_not_exist_is_refused() throws Exception {
        assertProblem(406, "not_acceptable", caller().send("GET", "/api/odd/1", null, "", "Accept", "image/png"));
    }

    @Test
    void an_unknown_path_is_not_found() throws Exception {
        assertProblem(404, "not_found", caller().get("/api/nothing/here"));
    }

    @Test
    void a_path_value_that_cannot_be_read_names_it() throws Exception {
        JsonNode problem = assertProblem(400, "invalid", caller().get("/api/odd/one"));
        assertEquals("id", problem.at("/errors/0/field").asText());
    }

    @Test
    void a_query_value_that_cannot_be_read_names_it() throws Exception {
        JsonNode problem = assertProblem(400, "invalid", caller().get("/api/contracts?page=two"));
        assertEquals("page", problem.at("/errors/0/field").asText());
    }

    @Test
    void a_query_value_out_of_range_names_it() throws Exception {
        JsonNode problem = assertProblem(400, "invalid", caller().get("/api/contracts?page=-1"));
        assertEquals("page", problem.at("/errors/0/field").asText());
    }

    @Test
    void a_body_above_one_megabyte_is_refused() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(1_100_000) + "\",\"units\":1}";
        assertProblem(413, "too_large", caller().post("/api/odd", large));
    }

    @Test
    void an_unexpected_failure_tells_an_incident_and_nothing_of_the_inside() throws Exception {
        HttpResponse<String> answer = caller().get("/api/odd/failing");
        JsonNode problem = assertProblem(500, "internal", answer);
        assertFalse(problem.path("incident").asText().isEmpty());
        assertFalse(answer.body().contains("secret"));
        assertFalse(answer.body().contains("IllegalState"));
    }

    @Test
    void an_incident_is_told_also_when_the_failure_is_in_an_answer() throws Exception {
        JsonNode problem = assertProblem(500, "internal", caller().get("/api/odd/unwritable"));
        assertFalse(problem.path("incident").asText().isEmpty());
    }

    @Test
    void postgres_away_is_not_a_fault_of_ours() throws Exception {
        HttpResponse<String> answer = caller().get("/api/odd/postgres-away");
        assertProblem(503, "database_unavailable", answer);
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void a_postgres_that_dies_under_a_transaction_is_not_a_fault_of_ours_and_leaves_open_whether_it_was_saved()
            throws Exception {
        HttpResponse<String> answer = caller().get("/api/odd/postgres-dies-meanwhile");
        JsonNode problem = assertProblem(503, "database_unavailable", answer);
        assertFalse(problem.path("detail").asText().contains("nothing was saved"), answer.body());
    }

    @Test
    void a_head_call_gets_no_body() {
        HttpResponse<String> answer = caller().send("HEAD", "/api/nothing", null, "");
        assertEquals(404, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void a_person_at_a_browser_gets_a_page() {
        HttpResponse<String> answer = caller().send("GET", "/nothing", null, "", "Accept", "text/html");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("<h1>Not found</h1>"), answer.body());
        assertTrue(answer.body().contains("not_found"));
    }

    @Test
    void a_path_that_is_no_address_is_refused_without_a_trace() {
        HttpResponse<String> answer = caller().get("/api/odd/%00");
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
        assertFalse(answer.body().contains("Exception"));
    }

    private Caller caller() {
        return Caller.as("service", server);
    }

    private static JsonNode assertProblem(int status, String code, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertEquals(code, problem.path("code").asText());
        assertEquals(status, problem.path("status").asInt());
        for (String member : new String[] {"type", "title", "detail", "instance"}) {
            assertFalse(problem.path(member).asText().isEmpty(), member);
        }
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertFalse(answer.body().contains("io.micronaut"), answer.body());
        return problem;
    }
}
