package dev.tailback.app.entries;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Correct the ad" stands only where that helps. */
class RejectedAdviceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "CANNOT_EXECUTE_FLOW_TRIGGER",
                "LIMIT_EXCEEDED",
                "PROCESSING_HALTED",
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "ROW_BUSY",
                "ENTITY_IS_LOCKED",
                "UNKNOWN_EXCEPTION",
                "DUPLICATE_EXTERNAL_ID",
                "INSUFFICIENT_ACCESS",
                "INVALID_FIELD",
                "REQUIRED_FIELD_MISSING",
                "STRING_TOO_LONG",
                "JSON_PARSER_ERROR",
                "PAYLOAD_UNREADABLE"
            })
    void no_advice_asks_to_correct_an_ad_that_is_right(String code) {
        String advice = RejectedAdvice.on(code);

        assertFalse(advice.toLowerCase(Locale.ROOT).contains("correct the ad"), advice);
        assertTrue(advice.toLowerCase(Locale.ROOT).contains("retry"), advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVALID_CROSS_REFERENCE_KEY",
                "MALFORMED_ID",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "A_CODE_NOBODY_KNOWS"
            })
    void where_the_ad_may_be_wrong_it_is_said(String code) {
        assertTrue(RejectedAdvice.on(code).toLowerCase(Locale.ROOT).contains("correct the ad"));
    }
}
