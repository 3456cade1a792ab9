package dev.tailback.mapping.suggestion;

/**
 * Why something is suggested.
 *
 * @param detail what the org says, such as {@code used = consumed} or an object's name
 */
public record Reason(Why why, String detail) {

    /** In English; pages say it by {@link Why#key()}. */
    public String sentence() {
        return why.words() + " " + detail;
    }
}
