package dev.tailback.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.web.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read strictly, and a number never grows to the size its exponent names. */
class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{}{}",
                "{} x",
                "nul",
                "{\"a\":\"\n\"}"
            })
    void what_is_not_json_is_malformed(String json) {
        assertEquals("malformed_json", refusal(json).code());
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        byte[] latin = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "malformed_json",
                assertThrows(Problem.class, () -> JsonReader.read(latin)).code());
        byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
        assertEquals(
                "malformed_json",
                assertThrows(Problem.class, () -> JsonReader.read(wide)).code());
    }

    @Test
    void a_name_that_is_given_twice_is_refused_also_deep_inside() {
        assertTrue(refusal("{\"why\":1,\"why\":2}").detail().contains("why is given twice"));
        assertTrue(refusal("{\"a\":[{\"b\":1,\"\\u0062\":2}]}").detail().contains("b is given twice"));
    }

    @Test
    void nesting_ends() {
        assertTrue(refusal("[".repeat(100_000)).detail().contains("nested"));
        assertTrue(refusal("{\"a\":".repeat(21) + "1" + "}".repeat(21)).detail().contains("nested"));
        assertEquals(
                1,
                ((Json.Items) read("[" + "[".repeat(19) + "]".repeat(19) + "]"))
                        .values()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\ufeff"})
    void an_empty_body_is_named(String json) {
        assertTrue(refusal(json).detail().contains("body is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "true"})
    void a_body_that_is_no_object_is_named(String json) {
        JsonBody body = new JsonBody(read(json));
        Problem refusal = assertThrows(Problem.class, () -> body.object(Set.of("why")));
        assertEquals(
                "Nothing was done, because the input is not valid. body must be a JSON object with why.",
                refusal.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999",
                "1e100000000",
                "1e2147483647",
                "1e2147483648",
                "1e-100000000",
                "1E+99999999999999",
                "-1e400",
                "1e-7",
                "0.5",
                "1001",
                "0",
                "-1",
                "99999999999999999999",
                "1e10"
            })
    void a_number_that_is_not_whole_or_not_in_range_is_refused_without_being_written_out(String digits) {
        assertEquals(OptionalInt.empty(), new WholeNumber(1, 1_000).in(digits));
        assertThrows(Problem.class, () -> whole("{\"limit\":" + digits + "}"));
    }

    @Test
    void a_number_of_a_million_digits_is_refused() {
        assertThrows(Problem.class, () -> whole("{\"limit\":" + "1".repeat(1_000_000) + "}"));
        assertThrows(Problem.class, () -> whole("{\"limit\":0." + "0".repeat(1_000_000) + "1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "70e-1", "0.7e1", "7.000"})
    void a_whole_number_is_taken_in_every_spelling(String digits) {
        assertEquals(7, whole("{\"limit\":" + digits + "}"));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        JsonObject object = new JsonBody(
                        read("{\"why\":\"\\ud800\",\"dryRun\":\"yes\",\"limit\":\"3\",\"\\u0000x\":1}"))
                .object(Set.of("why", "dryRun", "limit"));
        object.text("why", TextRule.line(10));
        object.flag("dryRun");
        object.whole("limit", 1, 10, 5);
        Problem refusal = assertThrows(Problem.class, object::refuse);
        assertEquals(4, ((List<?>) refusal.members().get("errors")).size());
        assertEquals(
                Map.of(
                        "field",
                        "a field with an unusable name",
                        "message",
                        "is not known here; known are dryRun, limit, why"),
                ((List<?>) refusal.members().get("errors")).get(0));
    }

    private static int whole(String json) {
        JsonObject object = new JsonBody(read(json)).object(Set.of("limit"));
        int number = object.whole("limit", 1, 1_000, 5);
        object.refuse();
        return number;
    }

    private static Json read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refusal(String json) {
        return assertThrows(Problem.class, () -> read(json));
    }
}
