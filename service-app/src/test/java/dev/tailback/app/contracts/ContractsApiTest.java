package dev.tailback.app.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OrgUnderTest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Contracts come from Salesforce each time; absent, refused and unavailable are three things. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractsApiTest implements TestPropertyProvider {

    private final OrgUnderTest org = OrgUnderTest.start();

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(org.address());
    }

    @AfterEach
    void mend() {
        org.mend();
    }

    @AfterAll
    void end() {
        org.close();
    }

    @Test
    void a_customer_is_found_by_a_part_of_its_name() throws Exception {
        JsonNode page = read(caller().get("/api/contracts?customer=magic"));
        assertEquals(1, page.path("contracts").size());
        JsonNode contract = page.at("/contracts/0");
        assertEquals("Magic Ads Inc", contract.path("customer").asText());
        assertEquals(OrgUnderTest.MAGIC_NUMBER, contract.path("number").asText());
        assertFalse(contract.path("fulfilled").asBoolean());
        assertFalse(contract.path("readAt").asText().isEmpty());
    }

    @Test
    void a_record_in_salesforce_is_opened_where_the_org_opens_it() throws Exception {
        HttpResponse<String> way = caller().get("/salesforce/" + magic());
        assertEquals(303, way.statusCode());
        assertEquals(
                org.address() + "/" + magic(),
                way.headers().firstValue("location").orElse(""));
        assertEquals(404, caller().get("/salesforce/evil.example").statusCode());
    }

    @Test
    void a_contract_tells_what_of_each_product_is_left() throws Exception {
        JsonNode contract = read(caller().get("/api/contracts/" + magic()));
        JsonNode small = product(contract, "Small");
        assertEquals(3, small.path("unitsSold").asInt());
        assertEquals(0, small.path("consumed").asInt());
        assertEquals(3, small.path("available").asInt());
        assertEquals(120, small.path("unitPrice").asInt());
    }

    @Test
    void units_that_wait_here_are_told_beside_what_salesforce_says() throws Exception {
        JsonNode contract =
                read(caller().get("/api/contracts?customer=bluebird")).at("/contracts/0");
        String small = product(contract, "Small").path("id").asText();
        String ad =
                "{\"title\":\"Spring\",\"contractId\":\"" + contract.path("id").asText()
                        + "\",\"products\":[{\"contractProductId\":\"" + small + "\",\"units\":2}]}";
        assertEquals(201, caller().post("/api/ads", ad).statusCode());
        JsonNode again =
                read(caller().get("/api/contracts/" + contract.path("id").asText()));
        assertEquals(2, product(again, "Small").path("waiting").asInt());
        assertEquals(0, product(again, "Small").path("consumed").asInt());
    }

    @Test
    void nothing_is_cached() throws Exception {
        String northlight = read(caller().get("/api/contracts?number=00000101"))
                .at("/contracts/0/id")
                .asText();
        JsonNode before = read(caller().get("/api/contracts/" + northlight));
        assertFalse(before.path("fulfilled").asBoolean());
        org.fulfil(northlight);
        JsonNode after = read(caller().get("/api/contracts/" + northlight));
        assertTrue(after.path("fulfilled").asBoolean());
        assertNotEquals(before.path("readAt").asText(), after.path("readAt").asText());
    }

    @Test
    void a_search_without_match_is_an_empty_page() throws Exception {
        JsonNode page = read(caller().get("/api/contracts?customer=nobody%20of%20that%20name"));
        assertEquals(0, page.path("contracts").size());
        assertFalse(page.path("more").asBoolean());
    }

    @Test
    void quotes_in_a_search_are_only_text() throws Exception {
        for (String text : new String[] {"%27%20OR%20Name%20%21%3D%20%27", "%5C", "%22"}) {
            assertEquals(
                    0,
                    read(caller().get("/api/contracts?customer=" + text))
                            .path("contracts")
                            .size(),
                    text);
        }
    }

    @Test
    void an_unknown_contract_is_absent() throws Exception {
        for (String id : new String[] {"800Lo0000000009IAA", "nonsense", "a00Lo0000000001IAA"}) {
            HttpResponse<String> answer = caller().get("/api/contracts/" + id);
            assertEquals(404, answer.statusCode(), answer.body());
            assertEquals("unknown_contract", json(answer).path("code").asText());
        }
    }

    @Test
    void salesforce_down_is_unavailable_and_says_what_still_works() throws Exception {
        org.goDown();
        for (String path : new String[] {"/api/contracts", "/api/contracts/800Lo0000000001IAA"}) {
            HttpResponse<String> answer = caller().get(path);
            assertEquals(503, answer.statusCode(), answer.body());
            JsonNode problem = json(answer);
            assertEquals("salesforce_unavailable", problem.path("code").asText());
            assertTrue(problem.path("detail").asText().contains("Ads can still be created"));
            assertFalse(problem.path("reason").asText().isEmpty());
            assertEquals("10", answer.headers().firstValue("Retry-After").orElse(""));
        }
    }

    @Test
    void a_page_too_deep_is_refused_before_salesforce_is_asked() {
        assertEquals(400, caller().get("/api/contracts?page=101").statusCode());
    }

    private String magic() throws Exception {
        return read(caller().get("/api/contracts?customer=magic"))
                .at("/contracts/0/id")
                .asText();
    }

    private static JsonNode product(JsonNode contract, String name) {
        for (JsonNode product : contract.path("products")) {
            if (product.path("product").asText().equals(name)) {
                return product;
            }
        }
        throw new AssertionError("No product " + name + " in " + contract);
    }

    private Caller caller() {
        return Caller.as("service", server);
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
