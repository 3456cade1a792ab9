package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdInputTest {

    private static final String CONTRACT = Ids.contract();
    private static final String PRODUCT = Ids.product();
    private static Line line;

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5",
                "1000001",
                "99999999999999999999",
                "1e400",
                "1e-7",
                "\"3\"",
                "null",
                "true",
                "[1]",
                "1e1000000000"
            })
    void units_that_are_no_whole_number_in_range_are_refused_by_name(String units) {
        refused(ad("Spring", CONTRACT, PRODUCT, units), "products[0].units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000000", "2.0"})
    void whole_units_in_range_are_taken(String units) {
        assertEquals(
                201, line.staff().create(ad("Spring", CONTRACT, PRODUCT, units)).status());
    }

    @Test
    void missing_units_are_refused() {
        refused(
                "{\"title\":\"T\",\"contractId\":\"%s\",\"products\":[{\"contractProductId\":\"%s\"}]}"
                        .formatted(CONTRACT, PRODUCT),
                "products[0].units");
    }

    @Test
    void one_product_twice_is_refused_in_either_spelling() {
        refused(ad("Spring", CONTRACT, PRODUCT, 1, PRODUCT, 2), "products[1].contractProductId");
        refused(ad("Spring", CONTRACT, PRODUCT, 1, PRODUCT.substring(0, 15), 2), "products[1].contractProductId");
    }

    @Test
    void titles_have_1_to_200_characters_without_the_spaces_around_them() {
        refused(ad("", CONTRACT, PRODUCT, 1), "title");
        refused(ad("   ", CONTRACT, PRODUCT, 1), "title");
        refused(ad("x".repeat(201), CONTRACT, PRODUCT, 1), "title");
        refused(ad("a\\u0000b", CONTRACT, PRODUCT, 1), "title");
        Answer longest = line.staff().create(ad("  " + "ä".repeat(200) + " ", CONTRACT, PRODUCT, 1));
        assertEquals("ä".repeat(200), longest.body().path("title").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not-an-id", "800000000000001AAB", "80000000000000'1"})
    void contract_ids_must_look_like_salesforce_ids(String id) {
        refused(ad("Spring", id, PRODUCT, 1), "contractId");
    }

    @Test
    void an_id_in_15_letters_is_kept_in_18() {
        Answer created = line.staff().create(ad("Spring", CONTRACT.substring(0, 15), PRODUCT.substring(0, 15), 1));
        assertEquals(CONTRACT, created.body().path("contractId").asText());
        assertEquals(PRODUCT, created.entry(0).path("contractProductId").asText());
    }

    @Test
    void an_ad_needs_1_to_50_products() {
        refused(ad("Spring", CONTRACT), "products");
        Object[] many = new Object[102];
        for (int index = 0; index < 102; index += 2) {
            many[index] = Ids.product();
            many[index + 1] = 1;
        }
        refused(ad("Spring", CONTRACT, many), "products");
        refused("{\"title\":\"T\",\"contractId\":\"" + CONTRACT + "\",\"products\":7}", "products");
        refused("{\"title\":\"T\",\"contractId\":\"" + CONTRACT + "\",\"products\":[null]}", "products[0]");
    }

    @Test
    void a_misspelt_field_is_refused_rather_than_passed_over() {
        refused(ad("Spring", CONTRACT, PRODUCT, 1).replace("\"units\"", "\"unit\""), "products[0].unit");
        refused(ad("Spring", CONTRACT, PRODUCT, 1).replace("\"title\"", "\"name\""), "name");
        refused(ad("Spring", CONTRACT, PRODUCT, 1).replace("{\"title\"", "{\"reason\":\"x\",\"title\""), "reason");
    }

    @Test
    void everything_wrong_is_named_at_once() {
        Answer answer = line.staff().create("{\"title\":\"\",\"products\":[{\"units\":0}]}");
        assertEquals(400, answer.status());
        assertEquals(4, answer.body().path("errors").size(), answer.body()::toPrettyString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"title\":", "{'title':1}", "nonsense"})
    void malformed_json_is_refused_with_a_code(String body) {
        Answer answer = line.staff().create(body);
        assertEquals(400, answer.status());
        assertEquals("malformed_json", answer.code(), answer.body()::toString);
        assertTrue(answer.contentType().startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true"})
    void json_that_is_no_object_is_refused_with_a_code(String body) {
        Answer answer = line.staff().create(body);
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("invalid", answer.code(), answer.body()::toString);
    }

    @Test
    void a_missing_body_is_refused_with_a_code() {
        Answer answer = line.staff().send("POST", "/api/ads", "", Map.of("Content-Type", "application/json"));
        assertEquals(400, answer.status());
        assertFalse(answer.code().isEmpty(), answer.body()::toString);
    }

    @Test
    void other_content_types_are_refused_with_415() {
        Answer answer = line.staff()
                .send("POST", "/api/ads", ad("Spring", CONTRACT, PRODUCT, 1), Map.of("Content-Type", "text/plain"));
        assertEquals(415, answer.status());
        assertFalse(answer.code().isEmpty());
    }

    @Test
    void too_large_bodies_are_refused_with_413() {
        Answer answer = line.staff().create(ad("x".repeat(2_000_000), CONTRACT, PRODUCT, 1));
        assertEquals(413, answer.status());
        assertFalse(answer.code().isEmpty());
    }

    @Test
    void unknown_and_malformed_ids_are_refused_with_a_code() {
        Answer unknown = line.staff().get("/api/ads/" + UUID.randomUUID());
        assertEquals(404, unknown.status());
        assertEquals("not_found", unknown.code());
        Answer malformed = line.staff().get("/api/ads/7");
        assertEquals(400, malformed.status(), malformed.body()::toString);
        assertEquals("invalid", malformed.code());
        assertEquals(404, line.staff().get("/api/usage/" + UUID.randomUUID()).status());
        assertEquals(
                404,
                line.staff().post("/api/usage/" + UUID.randomUUID() + "/retry").status());
        assertEquals(
                404,
                line.staff().post("/api/usage/" + UUID.randomUUID() + "/revert").status());
        assertEquals(
                404,
                line.staff()
                        .send("DELETE", "/api/ads/" + UUID.randomUUID(), "", Map.of("If-Match", "*"))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ads?state=Lost",
                "/api/ads?page=-1",
                "/api/ads?page=x",
                "/api/ads?page=2001",
                "/api/usage?state=Lost",
                "/api/usage?page=-1"
            })
    void lists_that_cannot_be_are_refused(String path) {
        Answer answer = line.staff().get(path);
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("invalid", answer.code());
    }

    @Test
    void a_refused_ad_leaves_nothing_behind() {
        long before = line.number("select count(*) from ad");
        refused(ad("Spring", CONTRACT, PRODUCT, 1, Ids.product(), 0), "products[1].units");
        assertEquals(before, line.number("select count(*) from ad"));
    }

    @Test
    void finance_reads_and_does_not_write() {
        assertEquals(200, line.as("finance").get("/api/ads").status());
        assertEquals(
                403,
                line.as("finance").create(ad("Spring", CONTRACT, PRODUCT, 1)).status());
    }

    private static void refused(String body, String field) {
        Answer answer = line.staff().create(body);
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals("invalid", answer.code());
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
        boolean named = false;
        for (var error : answer.body().path("errors")) {
            named |= error.path("field").asText().equals(field);
        }
        assertTrue(named, () -> field + " is not named in " + answer.body().toPrettyString());
    }
}
