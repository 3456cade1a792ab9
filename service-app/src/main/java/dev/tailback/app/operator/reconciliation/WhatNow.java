package dev.tailback.app.operator.reconciliation;

/** What a person can do about one difference. */
final class WhatNow {

    private WhatNow() {}

    static String about(FoundDifference found) {
        if (found.onOtherContract()) {
            return "Its contract product belongs to another contract in Salesforce than the ad here. Correct the ad: choose the"
                    + " contract that has this product. If the product was moved in Salesforce, ask an admin to move it back.";
        }
        return found.rejected()
                ? "The entry is rejected: retry it, or take it back to what Salesforce held, and then reconcile again."
                : found.kind().whatNow();
    }
}
