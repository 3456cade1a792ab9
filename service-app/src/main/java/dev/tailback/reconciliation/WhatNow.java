package dev.tailback.reconciliation;

import dev.tailback.usage.Fate;

/** What a person can do about one difference. */
final class WhatNow {

    private WhatNow() {}

    static String about(Kind kind, LedgerEntry entry) {
        return rejected(kind, entry)
                ? "The entry is rejected: retry it, or take it back to what Salesforce held, and then reconcile again."
                : kind.whatNow();
    }

    /** A repair would send the very version that was refused, and hide the refusal. */
    static boolean rejected(Kind kind, LedgerEntry entry) {
        return kind.oursToSend() && entry.fate() == Fate.PARKED;
    }
}
