package dev.tailback.hub.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What matching makes of an attribute. */
public enum Comparing {
    /** Nothing: each CRM says it in its own words, as a description. */
    FALSE,
    /** It speaks for or against a pair. */
    TRUE,
    /** And if it is different, people look at the pair, however much else speaks for it: a name. */
    MUST_AGREE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Comparing> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
