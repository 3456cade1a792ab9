package dev.tailback.localcrms.hubspot.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a call is for; a fault can be limited to one of these. */
public enum CallKind {
    READ,
    WRITE,
    SEARCH,
    SCHEMA,
    /** Tokens and facts of the account. */
    ACCESS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CallKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
