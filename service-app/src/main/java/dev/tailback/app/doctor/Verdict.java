package dev.tailback.app.doctor;

import java.util.Locale;

/** What became of one check. */
public enum Verdict {
    /** It is as it should be. */
    HELD,
    /** It works; a person may want to look at it. */
    HINT,
    /** It works, at a cost. */
    LOSS,
    /** It does not work. */
    BROKEN,
    /** It could not be found out. */
    UNKNOWN;

    /** Whether people can rely on it. */
    public boolean isSound() {
        return this != BROKEN && this != UNKNOWN;
    }

    /** The one that a line says. */
    public static Verdict of(Line line) {
        return valueOf(line.verdict().toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
