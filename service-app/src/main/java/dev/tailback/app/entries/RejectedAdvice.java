package dev.tailback.app.entries;

import dev.tailback.web.texts.Texts;

/** What a person can do about an entry that Salesforce refuses for good, by the code of the refusal. */
public final class RejectedAdvice {

    private RejectedAdvice() {}

    /** One or two sentences, in English as the API speaks; an unknown code gets advice too. */
    public static String on(String code) {
        return on(code, Texts.english());
    }

    /** In the reader's language. */
    public static String on(String code, Texts texts) {
        return texts.of("advice." + kind(code));
    }

    private static String kind(String code) {
        return switch (code) {
            case "USAGE_LOCKED", "USAGE_FROZEN" -> "locked";
            case "NOT_ENOUGH_UNITS" -> "not-enough";
            case "USAGE_STALE" -> "stale";
            case "USAGE_VERSION_REUSED" -> "reused";
            case "USAGE_IDENTITY" -> "identity";
            case "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "NOT_FOUND", "INVALID_TYPE_ON_FIELD_IN_RECORD" ->
                "no-product";
            case "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" -> "access";
            case "REPLACED_REJECTED" -> "replaced";
            case "PAYLOAD_UNREADABLE" -> "payload";
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER" -> "automation";
            case "LIMIT_EXCEEDED", "TOO_MANY_APEX_REQUESTS", "ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED" ->
                "limit";
            case "ROW_BUSY", "UNABLE_TO_LOCK_ROW" -> "busy";
            case "ENTITY_IS_LOCKED" -> "approval";
            case "UNKNOWN_EXCEPTION", "INTERNAL_ERROR", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG" ->
                "salesforce-failed";
            case "DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID", "DUPLICATES_DETECTED", "ENTITY_IS_DELETED" -> "twice";
            case "INVALID_FIELD",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    "INVALID_TYPE",
                    "FIELD_INTEGRITY_EXCEPTION",
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "REQUIRED_FIELD_MISSING",
                    "STRING_TOO_LONG" -> "fields";
            case "JSON_PARSER_ERROR", "EXCEEDED_MAX_SIZE_REQUEST", "EXCEEDED_ID_LIMIT" -> "unreadable";
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" -> "rule";
            default -> "other";
        };
    }
}
