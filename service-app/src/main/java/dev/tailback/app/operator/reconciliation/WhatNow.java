package dev.tailback.app.operator.reconciliation;

import dev.tailback.web.texts.Texts;
import java.util.Set;

/** What a person can do about one difference. Kept and told in English; pages say it in the reader's language. */
final class WhatNow {

    private static final String OTHER_CONTRACT = "other-contract";
    private static final String REJECTED = "rejected";

    private WhatNow() {}

    static String about(FoundDifference found) {
        if (found.onOtherContract()) {
            return english(OTHER_CONTRACT);
        }
        return found.rejected() ? english(REJECTED) : about(found.kind());
    }

    static String about(DifferenceKind kind) {
        return english(kind.word());
    }

    /** The last part of the key of a text; what another release kept in other words is said by the kind. */
    static String key(DifferenceKind kind, String kept) {
        return Set.of(OTHER_CONTRACT, REJECTED).stream()
                .filter(key -> english(key).equals(kept))
                .findFirst()
                .orElse(kind.word());
    }

    private static String english(String key) {
        return Texts.english().of("difference.now." + key);
    }
}
