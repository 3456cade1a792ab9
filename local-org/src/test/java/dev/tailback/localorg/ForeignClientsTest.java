package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What other people's clients send besides the calls that all send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientsTest {

    private LocalOrg org;
    private Client admin;

    @BeforeAll
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
    }

    @AfterAll
    void stop() {
        org.close();
    }

    /** The Salesforce CLI keeps an instance address with a slash at its end. */
    @Test
    void an_address_may_begin_with_two_slashes() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", org.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write(("GET //services/data/v66.0/limits?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + admin.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertTrue(answer.contains("DailyApiRequests"), answer);
        }
    }

    private JsonNode columns(String soql) {
        Answer answer = admin.get(API + "/query?columns=true&q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
        assertEquals(200, answer.status(), answer.raw().body());
        return answer.body();
    }

    @Test
    void columns_of_a_query_are_told_before_its_rows() {
        JsonNode answer =
                columns("SELECT Id, Name, Orchard__r.Region__r.Name, Orchard__r.Code__c, Apples__c FROM Tree__c");
        assertEquals("Tree__c", answer.path("entityName").asText());
        assertEquals("true", answer.path("idSelected").asText());
        assertEquals("false", answer.path("groupBy").asText());
        JsonNode columns = answer.path("columnMetadata");
        assertEquals(
                List.of("Id", "Name", "Orchard__r", "Apples__c"),
                columns.findValuesAsText("columnName").stream()
                        .filter(name -> List.of("Id", "Orchard__r", "Apples__c").contains(name) || name.equals("Name"))
                        .distinct()
                        .toList());
        assertEquals(4, columns.size());
        JsonNode parent = columns.path(2);
        assertEquals("Region__r", parent.at("/joinColumns/0/columnName").asText());
        assertEquals(
                "Name", parent.at("/joinColumns/0/joinColumns/0/columnName").asText());
        assertEquals("Code__c", parent.at("/joinColumns/1/columnName").asText());
        assertEquals("true", columns.at("/3/numberType").asText());
        assertEquals("true", columns.at("/3/custom").asText());
    }

    @Test
    void columns_of_groups_and_children_are_aggregates() {
        JsonNode groups = columns("SELECT COUNT(Id) trees, SUM(Apples__c), Kind__c FROM Tree__c GROUP BY Kind__c");
        assertEquals("true", groups.path("groupBy").asText());
        assertEquals("trees", groups.at("/columnMetadata/0/columnName").asText());
        assertEquals("expr0", groups.at("/columnMetadata/1/columnName").asText());
        assertEquals(
                "sum(Apples__c)", groups.at("/columnMetadata/1/displayName").asText());
        assertEquals("true", groups.at("/columnMetadata/1/aggregate").asText());
        JsonNode children = columns("SELECT Name, (SELECT Code__c FROM Trees__r) FROM Orchard__c");
        assertEquals("Trees__r", children.at("/columnMetadata/1/columnName").asText());
        assertEquals("true", children.at("/columnMetadata/1/aggregate").asText());
        assertEquals(
                "Code__c",
                children.at("/columnMetadata/1/joinColumns/0/columnName").asText());
    }

    @Test
    void the_older_bulk_api_is_refused_in_the_form_its_clients_read() {
        Answer xml = admin.send("POST", "/services/async/66.0/job", "application/xml", "<jobInfo/>");
        assertEquals(400, xml.status());
        assertTrue(
                xml.raw().body().contains("<exceptionCode>FeatureNotEnabled</exceptionCode>"),
                xml.raw().body());
        Answer json = admin.post("/services/async/66.0/job", "{}");
        assertEquals(400, json.status());
        assertEquals("FeatureNotEnabled", json.body().path("exceptionCode").asText());
        assertTrue(json.body().path("exceptionMessage").asText().contains("Bulk API 2.0"));
    }

    @Test
    void soap_is_refused_with_what_to_do_instead() {
        assertTrue(soap("u/66.0", "<urn:login><urn:username>a</urn:username></urn:login>")
                .contains("Log in with OAuth instead."));
        assertTrue(soap("u/66.0", "<urn:query><urn:queryString>x</urn:queryString></urn:query>")
                .contains("local-org speaks no SOAP; use the REST API at /services/data."));
        String metadata = soap("m/66.0", "<describeMetadata/>");
        assertTrue(metadata.contains("/local-org/schema"), metadata);
        assertTrue(metadata.contains("http://soap.sforce.com/2006/04/metadata"), metadata);
    }

    private String soap(String path, String body) {
        Answer answer = admin.send(
                "POST",
                "/services/Soap/" + path,
                "text/xml",
                "<env:Envelope><env:Body>" + body + "</env:Body></env:Envelope>");
        assertEquals(500, answer.status());
        assertTrue(answer.raw().body().contains("soapenv:Fault"));
        return answer.raw().body();
    }

    @Test
    void the_organization_tells_its_namespace_and_the_end_of_its_trial() {
        assertEquals(
                List.of("null", "null"), admin.first("SELECT NamespacePrefix, TrialExpirationDate FROM Organization"));
    }
}
