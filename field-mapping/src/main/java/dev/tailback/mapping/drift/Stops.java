package dev.tailback.mapping.drift;

import java.util.Locale;

/** What a change keeps from going on. */
public enum Stops {
    NOTHING,
    /** One field is left out of what is read and sent. */
    FIELD,
    /** Contracts and their lines cannot be read. */
    READING,
    /** No usage is sent. */
    SENDING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
