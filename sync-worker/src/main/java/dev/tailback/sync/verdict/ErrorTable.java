package dev.tailback.sync.verdict;

import static dev.tailback.sync.verdict.ErrorKind.AGAIN;
import static dev.tailback.sync.verdict.ErrorKind.FOR_GOOD;
import static dev.tailback.sync.verdict.ErrorKind.NOBODYS_FAULT;
import static dev.tailback.sync.verdict.ErrorKind.ONCE_MORE;
import static dev.tailback.sync.verdict.ErrorKind.ROW_BUSY;
import static dev.tailback.sync.verdict.ErrorKind.RULE;
import static dev.tailback.sync.verdict.ErrorKind.SLOWLY;
import static dev.tailback.sync.verdict.ErrorKind.UNKNOWN;

import java.util.List;

/**
 * The one table from Salesforce's codes to what they mean here. The codes are those of the REST API guide's status table and of the SOAP API's StatusCode
 * list, which the results of a collections call use too. HTTP statuses are of no help: the same code comes with different ones.
 */
final class ErrorTable {
    /** What triggers and flows wrap into their own text when somebody else holds the row. */
    private static final List<String> BUSY_TEXTS =
            List.of("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", "Record Currently Unavailable");

    /** What passes by itself although the code around it says otherwise. */
    private static final List<String> PASSING_TEXTS =
            List.of("Too many batch retries", "AsyncApexExecutions Limit exceeded");

    private ErrorTable() {}

    /** Text first, because a trigger's error carries the real cause only there. */
    static ErrorKind kindOf(String code, String message) {
        ErrorKind byCode = byCode(code);
        if (byCode == RULE || byCode == NOBODYS_FAULT) {
            return byCode;
        }
        if (BUSY_TEXTS.stream().anyMatch(message::contains)) {
            return ROW_BUSY;
        }
        return PASSING_TEXTS.stream().anyMatch(message::contains) ? AGAIN : byCode;
    }

    private static ErrorKind byCode(String code) {
        return switch (code) {
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" -> RULE;

            case "UNABLE_TO_LOCK_ROW" -> ROW_BUSY;

            case "ENTITY_IS_LOCKED" -> SLOWLY;

            case "DUPLICATE_VALUE", "ENTITY_IS_DELETED" -> ONCE_MORE;

            case "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                    "INTERNAL_ERROR",
                    "PROCESSING_HALTED",
                    "QUERY_TIMEOUT",
                    "REQUEST_RUNNING_TOO_LONG",
                    "TOO_MANY_APEX_REQUESTS",
                    "TXN_SECURITY_METERING_ERROR",
                    "UNKNOWN_EXCEPTION" -> AGAIN;

            case "API_CURRENTLY_DISABLED",
                    "API_DISABLED_FOR_ORG",
                    "INACTIVE_ORG",
                    "INACTIVE_USER",
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                    "INVALID_SESSION_ID",
                    "ORG_LOCKED",
                    "REQUEST_LIMIT_EXCEEDED",
                    "SERVER_UNAVAILABLE",
                    "STORAGE_LIMIT_EXCEEDED",
                    "TRIAL_EXPIRED" -> NOBODYS_FAULT;

            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "DUPLICATES_DETECTED",
                    "DUPLICATE_EXTERNAL_ID",
                    "EXCEEDED_ID_LIMIT",
                    "EXCEEDED_MAX_SIZE_REQUEST",
                    "FIELD_INTEGRITY_EXCEPTION",
                    "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "INVALID_FIELD",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    "INVALID_TYPE",
                    "INVALID_TYPE_ON_FIELD_IN_RECORD",
                    "JSON_PARSER_ERROR",
                    "LIMIT_EXCEEDED",
                    "MALFORMED_ID",
                    "METHOD_NOT_ALLOWED",
                    "MISSING_ARGUMENT",
                    "NOT_FOUND",
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "REQUIRED_FIELD_MISSING",
                    "STRING_TOO_LONG" -> FOR_GOOD;

            default -> UNKNOWN;
        };
    }
}
