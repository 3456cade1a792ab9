package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
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

/** Calls inside calls: composite, batch, graph and tree. */
class CompositeTest {
    private static final String TREES = API + "/sobjects/Tree__c";

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

    private static String call(String method, String url, String name, String body) {
        return "{'method':'" + method + "','url':'" + url + "','referenceId':'" + name + "'"
                + (body.isEmpty() ? "" : ",'body':" + body) + "}";
    }

    private String newTree(String name, String code) {
        return call("POST", TREES, name, "{'Code__c':'" + code + "','Orchard__c':'" + hill + "','Apples__c':2}");
    }

    private Answer composite(boolean allOrNone, String... calls) {
        return admin.post(
                API + "/composite",
                "{'allOrNone':" + allOrNone + ",'compositeRequest':[" + String.join(",", calls) + "]}");
    }

    private static JsonNode part(Answer answer, int index) {
        return answer.body().path("compositeResponse").path(index);
    }

    private String trees() {
        return admin.query("SELECT COUNT() FROM Tree__c")
                .body()
                .path("totalSize")
                .asText();
    }

    @Test
    void a_later_call_names_what_an_earlier_one_created_read_or_found() {
        Answer answer = composite(
                true,
                newTree("made", "A"),
                call("GET", TREES + "/@{made.id}", "read", ""),
                call("GET", API + "/query?q=SELECT+Id,Code__c+FROM+Tree__c", "found", ""),
                call(
                        "PATCH",
                        TREES + "/@{found.records[0].Id}",
                        "changed",
                        "{'Note__c':'@{read.Name} of @{found.records[0].Code__c}','Apples__c':'@{read.Apples__c}'}"));
        assertEquals(200, answer.status());
        assertEquals(List.of(201, 200, 200, 204), statuses(answer));
        assertEquals(
                TREES + "/" + part(answer, 0).path("body").path("id").asText(),
                part(answer, 0).path("httpHeaders").path("Location").asText());
        assertEquals("made", part(answer, 0).path("referenceId").asText());
        assertTrue(part(answer, 3).path("body").isNull());
        assertEquals(List.of("T-0001 of A", "2.0"), admin.first("SELECT Note__c, Apples__c FROM Tree__c"));
    }

    private static List<Integer> statuses(Answer answer) {
        return IntStream.range(0, answer.body().path("compositeResponse").size())
                .mapToObj(index -> part(answer, index).path("httpStatusCode").asInt())
                .toList();
    }

    @Test
    void all_or_none_undoes_everything_and_only_the_culprit_says_why() {
        Answer answer = composite(
                true, newTree("one", "A"), call("POST", TREES, "bad", "{'Code__c':'B'}"), newTree("three", "C"));
        assertEquals(List.of(400, 400, 400), statuses(answer));
        assertEquals(
                "PROCESSING_HALTED",
                part(answer, 0).path("body").path(0).path("errorCode").asText());
        assertEquals(
                "The transaction was rolled back since another operation in the same transaction failed.",
                part(answer, 2).path("body").path(0).path("message").asText());
        assertEquals(
                "REQUIRED_FIELD_MISSING",
                part(answer, 1).path("body").path(0).path("errorCode").asText());
        assertEquals("0", trees());
    }

    @Test
    void without_all_or_none_each_call_stands_alone_and_a_missing_reference_halts_its_own() {
        Answer answer = composite(
                false,
                call("POST", TREES, "bad", "{'Code__c':'B'}"),
                newTree("good", "A"),
                call("PATCH", TREES + "/@{bad.id}", "lost", "{'Apples__c':1}"),
                call("PATCH", TREES + "/@{good.Id}", "wrongCase", "{'Apples__c':1}"));
        assertEquals(List.of(400, 201, 400, 400), statuses(answer));
        assertEquals(
                "Invalid reference specified. No value for bad.id found in bad.",
                part(answer, 2).path("body").path(0).path("message").asText());
        assertEquals("1", trees());
    }

    @Test
    void a_collection_that_fails_in_part_undoes_an_all_or_none_request() {
        String records = "{'records':[{'attributes':{'type':'Tree__c'},'Code__c':'B','Orchard__c':'" + hill
                + "'},{'attributes':{'type':'Tree__c'},'Code__c':'C'}]}";
        Answer answer =
                composite(true, newTree("one", "A"), call("POST", API + "/composite/sobjects", "several", records));
        assertEquals(List.of(400, 200), statuses(answer));
        assertTrue(part(answer, 1).path("body").path(0).path("success").asBoolean());
        assertEquals("0", trees());
        assertEquals(
                List.of(201, 200),
                statuses(composite(
                        false, newTree("one", "A"), call("POST", API + "/composite/sobjects", "several", records))));
        assertEquals("2", trees());
    }

    @Test
    void what_does_not_exist_and_what_may_not_be_nested_is_not_found() {
        Answer answer = composite(
                false,
                call("GET", API + "/sobjects/Nothing__c", "a", ""),
                call("POST", API + "/composite", "b", "{'compositeRequest':[]}"),
                call("GET", "/services/oauth2/userinfo", "c", ""));
        assertEquals(List.of(404, 404, 404), statuses(answer));
        assertEquals(
                "The requested resource does not exist",
                part(answer, 0).path("body").path(0).path("message").asText());
    }

    @Test
    void more_than_25_calls_or_5_wide_ones_are_refused_inside_an_ordinary_answer() {
        String many = IntStream.range(0, 26)
                .mapToObj(number -> newTree("r" + number, "T" + number))
                .collect(Collectors.joining(","));
        Answer answer = composite(false, many);
        assertEquals(200, answer.status());
        assertEquals(
                "The request can’t contain more than 25 operations.",
                part(answer, 0).path("body").path(0).path("message").asText());
        assertTrue(part(answer, 0).path("referenceId").isNull());
        String wide = IntStream.range(0, 6)
                .mapToObj(number -> call("GET", API + "/query?q=SELECT+Id+FROM+Tree__c", "q" + number, ""))
                .collect(Collectors.joining(","));
        assertEquals(
                "LIMIT_EXCEEDED",
                part(composite(false, wide), 0)
                        .path("body")
                        .path(0)
                        .path("errorCode")
                        .asText());
        assertEquals("0", trees());
    }

    @Test
    void outer_headers_bad_names_and_repeated_names_refuse_the_request() {
        assertEquals(
                400,
                admin.post(
                                API + "/composite",
                                "{'compositeRequest':[{'method':'GET','url':'" + TREES
                                        + "','referenceId':'a','httpHeaders':{'Accept':'text/csv'}}]}")
                        .status());
        assertEquals("INVALID_INPUT", composite(false, newTree("a-b", "A")).code());
        assertEquals(
                "INVALID_INPUT",
                composite(false, newTree("a", "A"), newTree("a", "B")).code());
        assertEquals("JSON_PARSER_ERROR", admin.post(API + "/composite", "{}").code());
        assertEquals(405, admin.get(API + "/composite").status());
    }

    @Test
    void a_batch_commits_each_call_and_counts_each_one() {
        int before = usage(admin.get(API + "/limits"));
        Answer answer = admin.post(
                API + "/composite/batch",
                "{'batchRequests':[{'method':'POST','url':'v66.0/sobjects/Tree__c','richInput':{'Code__c':'A','Orchard__c':'"
                        + hill
                        + "'}},{'method':'GET','url':'v66.0/sobjects/Nothing__c'},{'method':'PATCH','url':'v66.0/"
                        + "sobjects/Tree__c/Code__c/A','richInput':{'Apples__c':4}}]}");
        assertEquals(200, answer.status());
        assertTrue(answer.body().path("hasErrors").asBoolean());
        assertEquals(
                "[201,404,200]",
                answer.body()
                        .path("results")
                        .findValues("statusCode")
                        .toString()
                        .replace(" ", ""));
        assertEquals(before + 4, usage(answer));
        assertEquals("1", trees());
    }

    private static int usage(Answer answer) {
        String info = answer.raw().headers().firstValue("Sforce-Limit-Info").orElseThrow();
        return Integer.parseInt(info.replaceAll("api-usage=(\\d+)/.*", "$1"));
    }

    @Test
    void a_batch_halts_where_it_is_told_to() {
        Answer answer = admin.post(
                API + "/composite/batch",
                "{'haltOnError':true,'batchRequests':[{'method':'GET','url':'v66.0/sobjects/Nothing__c'},"
                        + "{'method':'GET','url':'v66.0/limits'}]}");
        JsonNode halted = answer.body().path("results").path(1);
        assertEquals(412, halted.path("statusCode").asInt());
        assertEquals(
                "BATCH_PROCESSING_HALTED",
                halted.path("result").path(0).path("errorCode").asText());
    }

    @Test
    void each_graph_is_done_whole_or_not_at_all_in_whatever_order_its_nodes_need() {
        String good = "{'graphId':'good','compositeRequest':["
                + call("PATCH", TREES + "/@{made.id}", "changed", "{'Apples__c':7}") + "," + newTree("made", "A")
                + "]}";
        String bad = "{'graphId':'bad','compositeRequest':[" + newTree("fine", "B") + ","
                + call("POST", TREES, "broken", "{'Code__c':'C'}") + "]}";
        JsonNode graphs = admin.post(API + "/composite/graph", "{'graphs':[" + good + "," + bad + "]}")
                .body()
                .path("graphs");
        assertTrue(graphs.path(0).path("isSuccessful").asBoolean());
        assertEquals("good", graphs.path(0).path("graphId").asText());
        assertFalse(graphs.path(1).path("isSuccessful").asBoolean());
        assertEquals(
                "PROCESSING_HALTED",
                graphs.path(1)
                        .path("graphResponse")
                        .path("compositeResponse")
                        .path(0)
                        .path("body")
                        .path(0)
                        .path("errorCode")
                        .asText());
        assertEquals(List.of("A", "7.0"), admin.first("SELECT Code__c, Apples__c FROM Tree__c"));
        assertEquals("1", trees());
    }

    @Test
    void a_graph_holds_rows_only_and_no_circle() {
        assertEquals(
                "INVALID_INPUT",
                admin.post(
                                API + "/composite/graph",
                                "{'graphs':[{'graphId':'g','compositeRequest':["
                                        + call("GET", API + "/query?q=SELECT+Id+FROM+Tree__c", "q", "") + "]}]}")
                        .code());
        assertEquals(
                "INVALID_INPUT",
                admin.post(
                                API + "/composite/graph",
                                "{'graphs':[{'graphId':'g','compositeRequest':["
                                        + call("GET", TREES + "/@{b.id}", "a", "") + ","
                                        + call("GET", TREES + "/@{a.id}", "b", "") + "]}]}")
                        .code());
    }

    private static final String FOREST =
            "{'records':[{'attributes':{'type':'Region__c','referenceId':'r1'},'Name':'South','Orchards__r':{'records':["
                    + "{'attributes':{'type':'Orchard__c','referenceId':'o1'},'Name':'Dale','Code__c':'DALE','Trees__r':{'records':["
                    + "{'attributes':{'type':'Tree__c','referenceId':'t1'},'Code__c':'X','Apples__c':'3'},"
                    + "{'attributes':{'type':'Tree__c','referenceId':'t2'},'Code__c':'%s','Apples__c':4}]}}]}},"
                    + "{'attributes':{'type':'Region__c','referenceId':'r2'},'Name':'East'}]}";

    @Test
    void a_tree_of_records_is_inserted_level_by_level_with_its_roll_ups() {
        Answer answer = admin.post(API + "/composite/tree/Region__c", String.format(FOREST, "Y"));
        assertEquals(201, answer.status());
        assertFalse(answer.body().path("hasErrors").asBoolean());
        assertEquals(
                "[\"r1\",\"r2\",\"o1\",\"t1\",\"t2\"]",
                answer.body()
                        .path("results")
                        .findValues("referenceId")
                        .toString()
                        .replace(" ", ""));
        assertEquals(List.of("7.0"), admin.first("SELECT Apples_Total__c FROM Region__c WHERE Name = 'South'"));
    }

    @Test
    void one_bad_record_refuses_the_whole_tree() {
        Answer answer = admin.post(API + "/composite/tree/Region__c", String.format(FOREST, "X"));
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("hasErrors").asBoolean());
        JsonNode failed = answer.body().path("results").path(0);
        assertEquals(
                "DUPLICATE_VALUE",
                failed.path("errors").path(0).path("statusCode").asText());
        assertEquals(
                "0",
                admin.query("SELECT COUNT() FROM Region__c WHERE Name = 'South'")
                        .body()
                        .path("totalSize")
                        .asText());
    }

    @Test
    void a_tree_needs_names_of_its_own_and_the_type_of_its_address() {
        String twice = "{'records':[{'attributes':{'type':'Region__c','referenceId':'r'},'Name':'A'},"
                + "{'attributes':{'type':'Region__c','referenceId':'r'},'Name':'B'}]}";
        assertEquals(
                "INVALID_INPUT",
                admin.post(API + "/composite/tree/Region__c", twice).code());
        assertEquals(
                "INVALID_INPUT",
                admin.post(API + "/composite/tree/Tree__c", twice).code());
        assertEquals(
                "INVALID_TYPE",
                admin.post(API + "/composite/tree/Region__c", "{'records':[{'Name':'A'}]}")
                        .code());
    }
}
