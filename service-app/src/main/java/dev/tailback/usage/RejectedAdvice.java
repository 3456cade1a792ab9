package dev.tailback.usage;

/** What a person can do about an entry that Salesforce refuses for good, by the code of the refusal. */
public final class RejectedAdvice {

    private RejectedAdvice() {}

    /** One or two sentences; a code nobody knows gets advice too. */
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
            default ->
                "Correct the ad, go back to what Salesforce holds, or retry once the cause is mended in Salesforce.";
        };
    }
}
