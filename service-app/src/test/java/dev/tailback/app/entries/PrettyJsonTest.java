package dev.tailback.app.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

    @Test
    void json_gets_a_line_for_each_value() {
        assertEquals(
                "{\n  \"Units__c\" : 2,\n  \"Cancelled__c\" : false,\n  \"Ad_Title__c\" : \"a,{\\\"b\\\":1}\"\n}",
                PrettyJson.of("{\"Units__c\":2,\"Cancelled__c\":false,\"Ad_Title__c\":\"a,{\\\"b\\\":1}\"}")
                        .replace(System.lineSeparator(), "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no", "{\"success\":fal…", "{} and more", "[[[", "\u0000"})
    void what_is_no_json_or_was_cut_stays_as_it_is(String text) {
        assertEquals(text, PrettyJson.of(text));
    }

    @Test
    void what_is_nested_deeper_than_any_answer_stays_as_it_is() {
        assertEquals("[".repeat(2_000), PrettyJson.of("[".repeat(2_000)));
    }
}
