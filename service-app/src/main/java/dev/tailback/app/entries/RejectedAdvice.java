package dev.tailback.app.entries;

/** What a person can do about an entry that Salesforce refuses for good, by the code of the refusal. */
public final class RejectedAdvice {

    private RejectedAdvice() {}

    /** One or two sentences; an unknown code gets advice too. */
    public static String on(String code) {
        return switch (code) {
            case "USAGE_LOCKED", "USAGE_FROZEN" ->
                "The contract is fulfilled. Go back to what Salesforce holds, or ask finance to reopen the contract and then"
                        + " retry.";
            case "NOT_ENOUGH_UNITS" -> "Book fewer units, or ask sales to sell more and then retry.";
            case "USAGE_STALE" ->
                "Salesforce holds a newer version than this ledger, as after a restored backup. Retry: it then gets a version"
                        + " above the one in Salesforce.";
            case "USAGE_VERSION_REUSED" ->
                "Somebody changed this usage in Salesforce. Retry: it then gets a version above the one in Salesforce.";
            case "USAGE_IDENTITY" ->
                "The contract product or the ad's reference was changed in Salesforce. Ask an admin to put it back, and then"
                        + " retry.";
            case "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID", "NOT_FOUND", "INVALID_TYPE_ON_FIELD_IN_RECORD" ->
                "Salesforce knows no such contract product. Correct the ad: choose a product of the contract.";
            case "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY" ->
                "The integration user may not write this. Ask an admin to check its permission set, and then retry.";
            case "REPLACED_REJECTED" ->
                "Decide about the entry it replaces, which is rejected itself: retry that one, and this one follows; or take it"
                        + " back, and this one is withdrawn.";
            case "PAYLOAD_UNREADABLE" -> "The queue's copy was damaged, the entry itself is safe. Retry.";
            case "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER" ->
                "A trigger or a flow in Salesforce fails on this entry, also when it comes alone. Show an admin the reason, and"
                        + " retry once it is mended there; changing the ad does not help.";
            case "LIMIT_EXCEEDED", "TOO_MANY_APEX_REQUESTS", "ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED" ->
                "A limit or an automation of Salesforce stopped it, also when it came alone. Ask an admin to look at the"
                        + " contract's triggers and flows, and then retry; changing the ad does not help.";
            case "ROW_BUSY", "UNABLE_TO_LOCK_ROW" ->
                "Somebody keeps saving the same contract. Find out who holds it, and then retry; changing the ad does not help.";
            case "ENTITY_IS_LOCKED" ->
                "An approval holds the contract. Have it decided, and then retry; changing the ad does not help.";
            case "UNKNOWN_EXCEPTION", "INTERNAL_ERROR", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG" ->
                "Salesforce itself failed. Retry; if it returns, show an admin the reason: Salesforce's support can look it up.";
            case "DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID", "DUPLICATES_DETECTED", "ENTITY_IS_DELETED" ->
                "Salesforce holds this entry twice, or its row was deleted. Ask an admin to look at the row, and then retry.";
            case "INVALID_FIELD",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    "INVALID_TYPE",
                    "FIELD_INTEGRITY_EXCEPTION",
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "REQUIRED_FIELD_MISSING",
                    "STRING_TOO_LONG" ->
                "The org's fields are not as this program needs them. Ask an admin to deploy the schema or to mend the field that"
                        + " the reason names, and then retry.";
            case "JSON_PARSER_ERROR", "EXCEEDED_MAX_SIZE_REQUEST", "EXCEEDED_ID_LIMIT" ->
                "Salesforce cannot read what was sent. Retry; if it returns, report a bug.";
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" ->
                "A rule of your Salesforce refuses it. Read the reason: correct the ad if it speaks of the ad, else ask an admin,"
                        + " and then retry.";
            default ->
                "Read the reason. If it speaks of a value of the ad, correct the ad; else ask an admin to mend the cause in"
                        + " Salesforce, and then retry.";
        };
    }
}
