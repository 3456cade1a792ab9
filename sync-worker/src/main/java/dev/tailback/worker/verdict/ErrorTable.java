package dev.tailback.worker.verdict;

import static dev.tailback.worker.verdict.ErrorKind.IN_APPROVAL;
import static dev.tailback.worker.verdict.ErrorKind.OUTAGE;
import static dev.tailback.worker.verdict.ErrorKind.PERMANENT;
import static dev.tailback.worker.verdict.ErrorKind.RETRY_ONCE;
import static dev.tailback.worker.verdict.ErrorKind.ROW_BUSY;
import static dev.tailback.worker.verdict.ErrorKind.RULE;
import static dev.tailback.worker.verdict.ErrorKind.TRANSIENT;
import static dev.tailback.worker.verdict.ErrorKind.UNKNOWN;

import dev.tailback.salesforce.usage.RowError;
import java.util.List;
import java.util.Set;

/**
 * The one table from Salesforce's codes to what they mean here. The codes are those of the REST API guide's status
 * table and of the SOAP API's StatusCode list, which the results of a collections call use too. HTTP statuses do not
 * help: the same code comes with different ones.
 */
final class ErrorTable {
    /** Part of the text of a trigger or a flow when another transaction holds the row. */
    private static final List<String> BUSY_TEXTS =
            List.of("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", "Record Currently Unavailable");

    /**
     * Limits of one transaction and of its partial saves: smaller calls stay below them. They pass, although the code
     * beside such a text would be permanent.
     */
    private static final List<String> LIMIT_TEXTS = List.of(
            "System.LimitException",
            "LIMIT_USAGE_FOR_NS",
            "Too many batch retries",
            "AsyncApexExecutions Limit exceeded",
            "Too many SOQL queries",
            "Too many SOSL queries",
            "Too many query rows",
            "Too many query locator rows",
            "Too many DML",
            "Too many callouts",
            "Too many future calls",
            "Too many queueable jobs",
            "Too many Email Invocations",
            "Too many script statements",
            "CPU time limit exceeded",
            "Apex heap size too large",
            "Maximum stack depth",
            "Maximum trigger depth",
            "number of executed elements",
            "Number of iterations exceeded",
            "limit exceeded for collection size",
            "Apex governor limit");

    /** The whole org cannot be written to, in the text of a trigger or a flow. */
    private static final List<String> WORLD_TEXTS =
            List.of("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "STORAGE_LIMIT_EXCEEDED");

    /** Caused by a trigger, a flow or the other records of the call; the record itself may have no fault. */
    private static final Set<String> OF_THE_CALL = Set.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "CANNOT_EXECUTE_FLOW_TRIGGER",
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "EXCEEDED_ID_LIMIT",
            "EXCEEDED_MAX_SIZE_REQUEST",
            "JSON_PARSER_ERROR",
            "LIMIT_EXCEEDED",
            "PROCESSING_HALTED",
            "TOO_MANY_APEX_REQUESTS");

    private ErrorTable() {}

    /**
     * The text decides before the code, because the error of a trigger or a flow carries the real cause only there. A
     * validation rule with a code of its own in the text needs no such look.
     */
    static ErrorKind kindOf(String code, String message) {
        ErrorKind byCode = byCode(code);
        if (byCode == OUTAGE || byCode == RULE && namesItself(message)) {
            return byCode;
        }
        if (has(message, BUSY_TEXTS)) {
            return ROW_BUSY;
        }
        if (has(message, LIMIT_TEXTS)) {
            return TRANSIENT;
        }
        return OF_THE_CALL.contains(code) && has(message, WORLD_TEXTS) ? OUTAGE : byCode;
    }

    /** Whether a trigger, a flow, a limit or the other records of the call may have caused it. */
    static boolean isOfTheCall(RowError error) {
        return OF_THE_CALL.contains(error.code()) || has(error.message(), LIMIT_TEXTS);
    }

    private static boolean namesItself(String message) {
        return new RowError("", message, List.of()).ruleCode().isPresent();
    }

    private static boolean has(String message, List<String> texts) {
        return texts.stream().anyMatch(message::contains);
    }

    private static ErrorKind byCode(String code) {
        return switch (code) {
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" -> RULE;

            case "UNABLE_TO_LOCK_ROW" -> ROW_BUSY;

            case "ENTITY_IS_LOCKED" -> IN_APPROVAL;

            case "DUPLICATE_VALUE", "ENTITY_IS_DELETED" -> RETRY_ONCE;

            case "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                    "INTERNAL_ERROR",
                    "PROCESSING_HALTED",
                    "QUERY_TIMEOUT",
                    "REQUEST_RUNNING_TOO_LONG",
                    "TOO_MANY_APEX_REQUESTS",
                    "TXN_SECURITY_METERING_ERROR",
                    "UNKNOWN_EXCEPTION" -> TRANSIENT;

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
                    "TRIAL_EXPIRED" -> OUTAGE;

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
                    "STRING_TOO_LONG" -> PERMANENT;

            default -> UNKNOWN;
        };
    }
}
