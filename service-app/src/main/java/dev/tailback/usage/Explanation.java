package dev.tailback.usage;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Why an entry is in its state, and what a person can do about it. */
record Explanation(Optional<String> code, Optional<String> reason, String whatNow) {

    private static final String LOCKED =
            "The contract is fulfilled. Go back to what Salesforce holds, or ask finance to"
                    + " reopen the contract and then retry.";
    private static final String REJECTED =
            "Correct the ad, go back to what Salesforce holds, or retry once the cause is mended in Salesforce.";

    /** The codes that our own rules in Salesforce give, and some of Salesforce's; anything else gets the general advice. */
    private static final Map<String, String> REJECTED_ADVICE = Map.of(
            "USAGE_LOCKED",
            LOCKED,
            "USAGE_FROZEN",
            LOCKED,
            "NOT_ENOUGH_UNITS",
            "Book fewer units, or ask sales to sell more and then retry.",
            "USAGE_STALE",
            "Salesforce holds a newer version than this ledger, as after a restored backup. Retry: it then gets a"
                    + " version above the one in Salesforce.",
            "USAGE_IDENTITY",
            "The contract product, the id or the ad's reference differ in Salesforce. Cancel the ad and"
                    + " create it anew.",
            "UNKNOWN_CONTRACT_PRODUCT",
            "Salesforce knows no such contract product. Correct the ad: choose a product of the contract.");

    static Explanation of(EntryState state, Optional<String> code, Optional<String> reason) {
        return new Explanation(
                code,
                reason,
                switch (state) {
                    case WAITING -> "Nothing to do: it is reported by itself.";
                    case RETRYING -> "Nothing to do: it is tried again by itself.";
                    case REPORTED -> "Nothing to do.";
                    case LOCKED -> "Nothing can be changed: the contract is fulfilled.";
                    case REJECTED -> REJECTED_ADVICE.getOrDefault(code.orElse(""), REJECTED);
                });
    }

    static Explanation waitsForReplaced(UUID replaced) {
        return new Explanation(
                Optional.of("WAITS_FOR_REPLACED"),
                Optional.of("It is sent as soon as Salesforce has accepted the cancellation of entry " + replaced
                        + ", which it replaces."),
                "Nothing to do: it is reported by itself.");
    }

    static Explanation replacedRejected(UUID replaced, Optional<String> why) {
        return new Explanation(
                Optional.of("REPLACED_REJECTED"),
                Optional.of("It replaces entry " + replaced + ", whose cancellation Salesforce refuses"
                        + why.map(text -> ": " + text).orElse(".")),
                "Decide about entry " + replaced
                        + " first: retry it, or take it back to what Salesforce holds, which withdraws this one.");
    }
}
