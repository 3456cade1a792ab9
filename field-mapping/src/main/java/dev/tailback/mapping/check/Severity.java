package dev.tailback.mapping.check;

/** How much a finding matters. */
public enum Severity {
    /** Something that Tailback does would be refused, or would read or write what is wrong. */
    BROKEN,
    /** Tailback works without it, at a cost that is said. */
    LOSS,
    /** It works; a person may want to look at it. */
    HINT
}
