package dev.tailback.worker.verdict;

import static dev.tailback.worker.verdict.ErrorKind.AGAIN;
import static dev.tailback.worker.verdict.ErrorKind.FOR_GOOD;
import static dev.tailback.worker.verdict.ErrorKind.NOBODYS_FAULT;
import static dev.tailback.worker.verdict.ErrorKind.ONCE_MORE;
import static dev.tailback.worker.verdict.ErrorKind.ROW_BUSY;
import static dev.tailback.worker.verdict.ErrorKind.RULE;
import static dev.tailback.worker.verdict.ErrorKind.SLOWLY;
import static dev.tailback.worker.verdict.ErrorKind.STALE;
import static dev.tailback.worker.verdict.ErrorKind.UNKNOWN;

import dev.tailback.salesforce.usage.RowError;
import java.util.List;
import java.util.Set;

/**
 * The one table from Salesforce's codes to what they mean here. The codes are those of the REST API guide's status table and of the SOAP API's StatusCode
 * list, which the results of a collections call use too. HTTP statuses are of no help: the same code comes with different ones.
 */
final class ErrorTable {
    /** What triggers and flows wrap into their own text when somebody else holds the row. */
    private static final List<String> BUSY_TEXTS =
            List.of("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", "Record Currently Unavailable");

    /** Limits of one transaction and of its partial saves: smaller calls stay below them. They pass although the code around them says otherwise. */
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

    /** The whole org's trouble, in a trigger's or a flow's words. */
    private static final List<String> WORLD_TEXTS =
            List.of("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "STORAGE_LIMIT_EXCEEDED");

    /** Rules of the usage row itself: sending such a record again on its own would be refused in the same way. */
    private static final Set<String> OWN_RULES = Set.of(
            "USAGE_IDENTITY", "USAGE_LOCKED", "USAGE_STALE", "USAGE_UNITS", "USAGE_VERSION", "USAGE_VERSION_REUSED");

    /** What a trigger, a flow or the call's other records bring upon a record that may be fine. */
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

    private static final Set<String> OF_THE_SESSION = Set.of("INACTIVE_USER", "INVALID_SESSION_ID");
    private static final Set<String> OF_THE_NETWORK = Set.of("UNREACHABLE", "PROXY_REFUSED", "MOVED", "NO_ANSWER");

    private ErrorTable() {}

    /** Text before code, because the error of a trigger or a flow carries the real cause only there; a rule that names itself needs no text. */
    static ErrorKind kindOf(String code, String message) {
        ErrorKind byCode = byCode(code);
        if (byCode == NOBODYS_FAULT || byCode == RULE && namesItself(message)) {
            return byCode;
        }
        if (has(message, BUSY_TEXTS)) {
            return ROW_BUSY;
        }
        if (has(message, LIMIT_TEXTS)) {
            return AGAIN;
        }
        return OF_THE_CALL.contains(code) && has(message, WORLD_TEXTS) ? NOBODYS_FAULT : byCode;
    }

    /** @param shown the rule's own code, or Salesforce's */
    static Company companyOf(ErrorKind kind, RowError error, String shown) {
        if (kind == STALE || kind == NOBODYS_FAULT || kind == RULE && OWN_RULES.contains(shown)) {
            return Company.ANY;
        }
        if (kind == ROW_BUSY || kind == SLOWLY) {
            return Company.ITS_CONTRACT;
        }
        if (OF_THE_CALL.contains(error.code()) || has(error.message(), LIMIT_TEXTS)) {
            return Company.NOBODY;
        }
        return kind == FOR_GOOD || kind == ONCE_MORE ? Company.ITS_CONTRACT : Company.NOBODY_ALIKE;
    }

    static Blame blameOf(ErrorKind kind, Company company, String code) {
        if (kind == NOBODYS_FAULT) {
            return blameOfPause(code);
        }
        if (company == Company.ANY || kind == FOR_GOOD && company == Company.ITS_CONTRACT || kind == ONCE_MORE) {
            return Blame.RECORD;
        }
        return kind == RULE || company == Company.ITS_CONTRACT ? Blame.CONTRACT : Blame.CALL;
    }

    /** Whose it is when nothing can be written at all. */
    static Blame blameOfPause(String code) {
        if (OF_THE_SESSION.contains(code) || code.startsWith("LOGIN_")) {
            return Blame.SESSION;
        }
        return OF_THE_NETWORK.contains(code) ? Blame.NETWORK : Blame.SALESFORCE;
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
