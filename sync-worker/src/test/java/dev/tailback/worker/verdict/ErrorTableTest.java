package dev.tailback.worker.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.Settlement;
import dev.tailback.salesforce.usage.RowError;
import dev.tailback.usage.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error Salesforce is known to answer a write with, as it came over the wire, and what it means for the record.
 */
class ErrorTableTest {
    private static final UUID ENTRY = UUID.fromString("0b2eac14-e172-4319-857b-bcc5b3d74a07");
    private static final RetryPolicy RETRY_POLICY = new RetryPolicy(RetrySettings.standard(), new Random(1));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            REQUIRED_FIELD_MISSING | Required fields are missing: [Name] | PARKED | REQUIRED_FIELD_MISSING
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [USAGE_LOCKED] The contract is fulfilled. | PARKED | USAGE_LOCKED
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [NOT_ENOUGH_UNITS] Only 2 are left. | PARKED | NOT_ENOUGH_UNITS
            FIELD_CUSTOM_VALIDATION_EXCEPTION | An admin's own rule, without a code | PARKED | FIELD_CUSTOM_VALIDATION_EXCEPTION
            FIELD_CUSTOM_VALIDATION_EXCEPTION | [USAGE_STALE] A newer version is here. | STALE |
            FIELD_INTEGRITY_EXCEPTION | wrong reference | PARKED | FIELD_INTEGRITY_EXCEPTION
            ENTITY_IS_LOCKED | the entity is locked for editing | RETRY | ENTITY_IS_LOCKED
            ENTITY_IS_DELETED | entity is deleted | RETRY | ENTITY_IS_DELETED
            INVALID_CROSS_REFERENCE_KEY | invalid cross reference id | PARKED | INVALID_CROSS_REFERENCE_KEY
            INSUFFICIENT_ACCESS_OR_READONLY | insufficient access rights on object id | PARKED | INSUFFICIENT_ACCESS_OR_READONLY
            INSUFFICIENT_ACCESS | You do not have permission to view this record. | PARKED | INSUFFICIENT_ACCESS
            INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY | insufficient access rights on cross-reference id: 0018M000003uKwe | PARKED | INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY
            INVALID_FIELD_FOR_INSERT_UPDATE | Unable to create/update fields: X__c. | PARKED | INVALID_FIELD_FOR_INSERT_UPDATE
            INVALID_FIELD | No such column 'foo' on sobject of type Bar | PARKED | INVALID_FIELD
            INVALID_FIELD | Foreign key external ID: 0116 not found for field X__c in entity Y__c | PARKED | INVALID_FIELD
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: execution of AfterUpdate caused by: System.NullPointerException | PARKED | CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: execution of AfterUpdate caused by: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record | RETRY | ROW_BUSY
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: System.QueryException: Record Currently Unavailable | RETRY | ROW_BUSY
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | XTrigger: AsyncApexExecutions Limit exceeded. | RETRY | CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | Too many batch retries in the presence of Apex triggers and partial failures. | RETRY | CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY
            UNABLE_TO_LOCK_ROW | unable to obtain exclusive access to this record or 1 records: 8005c000001abcd | RETRY | ROW_BUSY
            UNABLE_TO_LOCK_ROW | unable to obtain exclusive access to this record | RETRY | ROW_BUSY
            DUPLICATE_VALUE | duplicate value found: X__c duplicates value on record with id: 001U000001c83gK | RETRY | DUPLICATE_VALUE
            DUPLICATE_VALUE | Duplicate external id specified: a-1 | RETRY | DUPLICATE_VALUE
            DUPLICATE_EXTERNAL_ID | more than one record found | PARKED | DUPLICATE_EXTERNAL_ID
            DUPLICATES_DETECTED | Use one of these records? | PARKED | DUPLICATES_DETECTED
            STRING_TOO_LONG | Ad: data value too large: xxxxxx (max length=5) | PARKED | STRING_TOO_LONG
            NUMBER_OUTSIDE_VALID_RANGE | number too large | PARKED | NUMBER_OUTSIDE_VALID_RANGE
            INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST | Type: bad value for restricted picklist field: X | PARKED | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST
            INVALID_TYPE_ON_FIELD_IN_RECORD | Cancelled: value not of required type: null | PARKED | INVALID_TYPE_ON_FIELD_IN_RECORD
            JSON_PARSER_ERROR | Cannot deserialize instance of double | PARKED | JSON_PARSER_ERROR
            MALFORMED_ID | id value of incorrect type: 001900K0001pPuOAAU | PARKED | MALFORMED_ID
            NOT_FOUND | The requested resource does not exist | PARKED | NOT_FOUND
            METHOD_NOT_ALLOWED | HTTP Method 'PATCH' not allowed | PARKED | METHOD_NOT_ALLOWED
            INVALID_SESSION_ID | Session expired or invalid | PAUSE | INVALID_SESSION_ID
            REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded. | PAUSE | REQUEST_LIMIT_EXCEEDED
            REQUEST_LIMIT_EXCEEDED | ConcurrentRequests (Concurrent API Requests) Limit exceeded. | PAUSE | REQUEST_LIMIT_EXCEEDED
            STORAGE_LIMIT_EXCEEDED | storage limit exceeded | PAUSE | STORAGE_LIMIT_EXCEEDED
            SERVER_UNAVAILABLE | Server too busy | PAUSE | SERVER_UNAVAILABLE
            QUERY_TIMEOUT | took too long | RETRY | QUERY_TIMEOUT
            REQUEST_RUNNING_TOO_LONG | took too long | RETRY | REQUEST_RUNNING_TOO_LONG
            UNKNOWN_EXCEPTION | An unexpected error occurred. Please include this ErrorId | RETRY | UNKNOWN_EXCEPTION
            INTERNAL_ERROR | An unexpected error occurred. | RETRY | INTERNAL_ERROR
            TOO_MANY_APEX_REQUESTS | too many | RETRY | TOO_MANY_APEX_REQUESTS
            API_CURRENTLY_DISABLED | disabled | PAUSE | API_CURRENTLY_DISABLED
            API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization. | PAUSE | API_DISABLED_FOR_ORG
            ORG_LOCKED | locked | PAUSE | ORG_LOCKED
            TRIAL_EXPIRED | expired | PAUSE | TRIAL_EXPIRED
            INACTIVE_ORG | inactive | PAUSE | INACTIVE_ORG
            INACTIVE_USER | inactive | PAUSE | INACTIVE_USER
            INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE | Updates can't be made during maintenance. | PAUSE | INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE
            EXCEEDED_MAX_SIZE_REQUEST | too large | PARKED | EXCEEDED_MAX_SIZE_REQUEST
            LIMIT_EXCEEDED | more than 25 operations | PARKED | LIMIT_EXCEEDED
            EXCEEDED_ID_LIMIT | record limit reached. cannot submit more than 200 records into this call | PARKED | EXCEEDED_ID_LIMIT
            TXN_SECURITY_METERING_ERROR | policy took too long | RETRY | TXN_SECURITY_METERING_ERROR
            ALL_OR_NONE_OPERATION_ROLLED_BACK | Record rolled back because not all records were valid | RETRY | ALL_OR_NONE_OPERATION_ROLLED_BACK
            PROCESSING_HALTED | The transaction was rolled back | RETRY | PROCESSING_HALTED
            A_CODE_NOBODY_KNOWS | whatever | RETRY | A_CODE_NOBODY_KNOWS
            """)
    void each_error_leads_to_its_result(String code, String message, String result, String shown) {
        Verdict verdict = judge(0, new RowError(code, message, List.of()));

        assertEquals(result + " " + (shown == null ? "" : shown), text(verdict));
    }

    @Test
    void an_old_version_of_a_locked_entry_is_stale_and_not_parked() {
        RowError locked = rule("[USAGE_LOCKED] The contract is fulfilled.");
        RowError stale = rule("[USAGE_STALE] A newer version is here.");

        assertEquals(new Settlement.Stale(ENTRY, 1, "A newer version is here."), settled(judge(0, locked, stale)));
    }

    @Test
    void a_permanent_error_decides_over_one_that_passes() {
        RowError busy = new RowError("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", List.of());
        RowError locked = rule("[USAGE_LOCKED] The contract is fulfilled.");

        assertEquals("PARKED USAGE_LOCKED", text(judge(0, busy, locked)));
    }

    @Test
    void the_reason_that_people_read_is_without_the_code() {
        Settlement.Parked parked = assertInstanceOf(
                Settlement.Parked.class, settled(judge(0, rule("[USAGE_LOCKED] The contract is fulfilled."))));

        assertEquals("The contract is fulfilled.", parked.reason());
    }

    @ParameterizedTest(name = "{0} is tried {1} times")
    @MethodSource
    void a_record_is_parked_after_its_last_attempt(String code, int tries) {
        RowError error = new RowError(code, "", List.of());

        assertInstanceOf(Settlement.RetryLater.class, settled(judge(tries - 2, error)));
        Settlement.Parked parked = assertInstanceOf(Settlement.Parked.class, settled(judge(tries - 1, error)));
        assertEquals(tries, parked.attempts());
    }

    static Stream<Arguments> a_record_is_parked_after_its_last_attempt() {
        return Stream.of(
                Arguments.of("UNKNOWN_EXCEPTION", 10),
                Arguments.of("ENTITY_IS_LOCKED", 10),
                Arguments.of("A_CODE_NOBODY_KNOWS", 3),
                Arguments.of("DUPLICATE_VALUE", 2),
                Arguments.of("UNABLE_TO_LOCK_ROW", 30));
    }

    @Test
    void a_busy_row_is_tried_again_within_seconds() {
        for (int before = 0; before < 9; before++) {
            Duration delay = delay(judge(before, new RowError("UNABLE_TO_LOCK_ROW", "", List.of())));

            assertWithin(delay, Duration.ofMillis(250), Duration.ofSeconds(5));
        }
    }

    @Test
    void delays_grow_and_never_pass_the_longest() {
        for (int before = 0; before < 9; before++) {
            Duration delay = delay(judge(before, new RowError("UNKNOWN_EXCEPTION", "", List.of())));

            assertWithin(delay, Duration.ofSeconds(1), Duration.ofSeconds(Math.min(900, 1L << (before + 1))));
        }
    }

    private static Verdict judge(int before, RowError... errors) {
        return RefusalReading.read(List.of(errors)).verdict(record(before), RETRY_POLICY);
    }

    private static RowError rule(String message) {
        return new RowError("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, List.of());
    }

    private static Duration delay(Verdict verdict) {
        return assertInstanceOf(Settlement.RetryLater.class, settled(verdict)).delay();
    }

    private static void assertWithin(Duration delay, Duration shortest, Duration longest) {
        assertTrue(delay.compareTo(shortest) >= 0 && delay.compareTo(longest) <= 0, "delay " + delay);
    }

    private static UsageRecord record(int attempts) {
        return new UsageRecord(ENTRY, "800000000000001AAA", "a00000000000001AAA", 1, 1, false, "AD-1", attempts);
    }

    private static Settlement settled(Verdict verdict) {
        return assertInstanceOf(Verdict.Settle.class, verdict).settlement();
    }

    private static String text(Verdict verdict) {
        List<String> texts = new ArrayList<>();
        verdict.tell(settlement -> texts.add(text(settlement)), pause -> texts.add("PAUSE " + pause.code()));
        return texts.get(0);
    }

    private static String text(Settlement settlement) {
        if (settlement instanceof Settlement.Parked parked) {
            return "PARKED " + parked.code();
        }
        return settlement instanceof Settlement.RetryLater later ? "RETRY " + later.code() : "STALE ";
    }
}
