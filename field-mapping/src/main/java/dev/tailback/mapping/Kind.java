package dev.tailback.mapping;

/** What a field must hold to stand for an idea. */
public enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    MONEY("a number or an amount of money"),
    DATE("a date"),
    TIME("a date with a time"),
    FLAG("a checkbox"),
    LINK("an address or text"),
    REFERENCE("a lookup or master-detail relationship"),
    /** A picklist, text or checkbox, with the values that mean yes. */
    STATUS("a picklist, text or checkbox");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
