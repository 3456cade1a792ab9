package dev.tailback.salesforce.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00D5g000004XyZ1!AQEAQJ8x_y.zAbCdEfGh",
                "00D5g000004XyZ1EAK!AQEAQJ8x.zAbCdEfGh1234567890",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0YWlsYmFjayJ9.c2lnbmF0dXJl-_1",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0YWlsYmFjayJ9"
            })
    void what_opens_a_session_is_hidden(String secret) {
        assertEquals("said ([hidden]), sorry", ForeignText.line("said (" + secret + "), sorry", 100));
    }

    @Test
    void what_follows_the_word_bearer_is_hidden() {
        assertEquals(
                "Authorization: Bearer [hidden] was sent",
                ForeignText.line("Authorization: Bearer abc123~def456== was sent", 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duplicate value found: External_Id__c duplicates value on record with id: a025g000004XyZ1",
                "The org 00D5g000004XyZ1EAK is read-only!",
                "[USAGE_LOCKED] The contract is fulfilled.",
                "the bearer of bad news"
            })
    void what_opens_nothing_stays(String text) {
        assertEquals(text, ForeignText.line(text, 200));
    }

    @Test
    void a_secret_that_is_cut_is_hidden_whole() {
        assertEquals("[hidden]", ForeignText.line("00D5g000004XyZ1!AQEAQJ8x_y.zAbCdEfGhAQEAQJ8x_y.zAbCdEfGh", 30));
    }
}
