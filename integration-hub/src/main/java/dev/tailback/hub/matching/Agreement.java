package dev.tailback.hub.matching;

/** How far two values of one attribute agree. */
public enum Agreement {
    SAME("the same"),
    NEAR("nearly the same"),
    ALIKE("somewhat alike"),
    DIFFERENT("different"),
    /** One of the two is missing: it says nothing. */
    UNKNOWN("not known for both");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The levels that say something. */
    static final int LEVELS = 4;
}
