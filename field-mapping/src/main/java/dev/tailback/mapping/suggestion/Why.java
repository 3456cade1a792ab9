package dev.tailback.mapping.suggestion;

/** The kinds of reasons. */
public enum Why {
    SAME_WORD("same-word", "its name says"),
    SYNONYM("synonym", "another word for it:"),
    ALIKE("alike", "nearly the same word:"),
    POINTS_TO("points-to", "it points to"),
    PICKLIST("picklist", "its picklist has"),
    AUTO_NUMBER("auto-number", "Salesforce numbers it:"),
    COUNTED("counted", "Salesforce computes it:"),
    UNIQUE("unique", "unique external id:"),
    OVER("over", "the name over"),
    CHILD_OF("child-of", "it is a child of"),
    HAS_UNITS("has-units", "it has a number of units:"),
    ONLY_ONE("only-one", "no other field can be it:"),
    VALUES("values", "its values look like it:"),
    OTHER_VALUES("other-values", "its values look like something else:"),
    HAS_FIELDS("has-fields", "it has fields for");

    private final String key;
    private final String words;

    Why(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** What texts in other languages go by. */
    public String key() {
        return key;
    }

    String words() {
        return words;
    }
}
