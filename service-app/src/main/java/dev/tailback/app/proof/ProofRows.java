package dev.tailback.app.proof;

import dev.tailback.salesforce.usage.HeldUsage;

/** The rows that proofs leave behind in Salesforce: nobody may delete usage, so they stay, cancelled. */
public final class ProofRows {

    /** How their ad reference begins; that of an ad begins with {@code AD-}. */
    static final String PREFIX = "PROOF-";

    private ProofRows() {}

    /** Whether a proof left it behind in order. One that still counts units is not in order, and must be seen. */
    public static boolean isSpent(HeldUsage usage) {
        return usage.cancelled() && usage.adReference().startsWith(PREFIX);
    }
}
