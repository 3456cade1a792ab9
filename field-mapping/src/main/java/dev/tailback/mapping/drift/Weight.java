package dev.tailback.mapping.drift;

import java.util.Locale;

/** How much a change matters. The later, the more. */
public enum Weight {
    /** All goes on as before. */
    HARMLESS,
    /** It goes on, and something is missing or less exact. */
    LOSSY,
    /** Something cannot go on. */
    BREAKING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
