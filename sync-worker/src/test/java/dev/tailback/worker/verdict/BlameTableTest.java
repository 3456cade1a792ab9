package dev.tailback.worker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is to blame: for each error of a refused row, and for each way in which a call fails as a whole. */
class BlameTableTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [USAGE_LOCKED] It is fulfilled. | RECORD | NONE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [USAGE_STALE] A newer version is here. | RECORD | NONE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [NOT_ENOUGH_UNITS] Only 2 are left. | CONTRACT | OWN_CODE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | An admin's own rule | CONTRACT | OWN_CODE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [A_RULE] It speaks of System.LimitException itself. | CONTRACT | ALONE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | Too many SOQL queries: 101 | CALL | ALONE
            FIELD_CUSTOM_VALIDATION_EXCEPTION | UNABLE_TO_LOCK_ROW, unable to obtain exclusive access | CONTRACT | OWN_CONTRACT
            REQUIRED_FIELD_MISSING | Required fields are missing: [Name] | RECORD | OWN_CONTRACT
            STRING_TOO_LONG | data value too large | RECORD | OWN_CONTRACT
            INVALID_CROSS_REFERENCE_KEY | invalid cross reference id | RECORD | OWN_CONTRACT
            INSUFFICIENT_ACCESS_OR_READONLY | insufficient access rights on object id | RECORD | OWN_CONTRACT
            DUPLICATE_VALUE | duplicate value found | RECORD | OWN_CONTRACT
            UNABLE_TO_LOCK_ROW | unable to obtain exclusive access to this record or 200 records | CONTRACT | OWN_CONTRACT
            ENTITY_IS_LOCKED | the entity is locked for editing | CONTRACT | OWN_CONTRACT
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: System.NullPointerException | CALL | ALONE
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: System.LimitException: Too many SOQL queries: 101 | CALL | ALONE
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | Apex CPU time limit exceeded | CALL | ALONE
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | System.LimitException: Too many DML rows: 10001 | CALL | ALONE
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | caused by: UNABLE_TO_LOCK_ROW | CONTRACT | OWN_CONTRACT
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | caused by: STORAGE_LIMIT_EXCEEDED, storage limit exceeded | SALESFORCE | NONE
            CANNOT_EXECUTE_FLOW_TRIGGER | The flow failed to access a value. | CALL | ALONE
            LIMIT_EXCEEDED | too much at once | CALL | ALONE
            ALL_OR_NONE_OPERATION_ROLLED_BACK | Record rolled back | CALL | ALONE
            PROCESSING_HALTED | The transaction was rolled back | CALL | ALONE
            UNKNOWN_EXCEPTION | An unexpected error occurred. | CALL | OWN_CODE
            A_CODE_NOBODY_KNOWS | whatever | CALL | OWN_CODE
            INVALID_SESSION_ID | Session expired or invalid | SESSION | NONE
            INACTIVE_USER | inactive | SESSION | NONE
            STORAGE_LIMIT_EXCEEDED | storage limit exceeded | SALESFORCE | NONE
            REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded. | SALESFORCE | NONE
            """)
    void of_a_refused_row(String code, String message, Blame blame, Isolation isolation) {
        Refusal refusal = RefusalReading.read(List.of(new RowError(code, message, List.of())));

        assertEquals(blame, refusal.blame());
        assertEquals(isolation, refusal.isolation());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            400, JSON_PARSER_ERROR, CALL, NARROW
            400, MALFORMED_ID, CALL, NARROW
            413, EXCEEDED_MAX_SIZE_REQUEST, CALL, NARROW
            422, A_CODE_NOBODY_KNOWS, CALL, NARROW
            400, INVALID_FIELD, SALESFORCE, NARROW_OR_PAUSE
            400, STORAGE_LIMIT_EXCEEDED, SALESFORCE, PAUSE
            403, INSUFFICIENT_ACCESS, SALESFORCE, PAUSE
            403, API_DISABLED_FOR_ORG, SALESFORCE, PAUSE
            404, NOT_FOUND, SALESFORCE, PAUSE
            405, METHOD_NOT_ALLOWED, SALESFORCE, PAUSE
            409, A_CODE_NOBODY_KNOWS, SALESFORCE, PAUSE
            """)
    void of_a_call_that_salesforce_refuses(int status, String code, Blame blame, CallFault.Step step) {
        check(new Delivery.Refused(status, code, "said so", Optional.empty()), blame, step);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @CsvSource(textBlock = """
            400, REPEAT
            402, REPEAT
            404, PAUSE
            405, REPEAT
            409, REPEAT
            413, REPEAT
            415, REPEAT
            422, REPEAT
            451, REPEAT
            """)
    void of_a_call_that_a_proxy_or_firewall_refuses(int status, CallFault.Step step) {
        Delivery.Failed turned =
                new Delivery.TurnedAway(status, "HTTP_" + status, "not Salesforce's form", Optional.empty());

        check(turned, Blame.NETWORK, step);
        assertTrue(CallReading.of(turned).isNeverTheRecords());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            UNREACHABLE, NETWORK, PAUSE
            PROXY_REFUSED, NETWORK, PAUSE
            HTTP_401, SESSION, PAUSE
            HTTP_403, NETWORK, REPEAT
            HTTP_429, NETWORK, PAUSE
            HTTP_500, NETWORK, REPEAT
            HTTP_502, NETWORK, PAUSE
            HTTP_503, NETWORK, PAUSE
            HTTP_504, NETWORK, PAUSE
            LOGIN_REFUSED, SESSION, PAUSE
            LOGIN_UNAVAILABLE, SESSION, PAUSE
            INVALID_SESSION_ID, SESSION, PAUSE
            MAINTENANCE, SALESFORCE, PAUSE
            READ_ONLY_MODE, SALESFORCE, PAUSE
            QUOTA_USED_UP, SALESFORCE, PAUSE
            CONCURRENCY_LIMIT, SALESFORCE, PAUSE
            SERVER_UNAVAILABLE, SALESFORCE, PAUSE
            UNKNOWN_EXCEPTION, SALESFORCE, REPEAT
            UNABLE_TO_LOCK_ROW, CONTRACT, ROW_BUSY
            """)
    void of_a_call_that_is_not_taken_now(String code, Blame blame, CallFault.Step step) {
        check(
                new Delivery.Unavailable(OptionalInt.empty(), code, "not now", Optional.empty(), Optional.empty()),
                blame,
                step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_ANSWER", "UNUSABLE_ANSWER"})
    void of_a_call_without_usable_answer(String code) {
        check(
                new Delivery.OutcomeUnknown(OptionalInt.empty(), code, "no answer"),
                Blame.NETWORK,
                CallFault.Step.REPEAT);
    }

    @Test
    void of_our_own_program() {
        check(new Delivery.NotSent("NOT_SENT", "not built"), Blame.OURS, CallFault.Step.NARROW);
        assertTrue(CallReading.ofOurs().isNeverTheRecords());
        assertTrue(CallReading.of(new Delivery.NotSent("NOT_SENT", "not built")).isNeverTheRecords());
    }

    private static void check(Delivery.Failed delivery, Blame blame, CallFault.Step step) {
        CallFault fault = CallReading.of(delivery);

        assertEquals(blame, fault.blame());
        assertEquals(step, fault.step());
    }
}
