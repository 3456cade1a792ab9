package dev.tailback.localorg.metadata;

/**
 * What a list view or a report asks of a row.
 *
 * @param field as the file names it
 * @param value several, of which one must be met, are divided by commas
 */
public record Criterion(String field, Operation operation, String value) {

    /** How a value is compared. */
    public enum Operation {
        EQUALS,
        NOT_EQUAL,
        LESS_THAN,
        GREATER_THAN,
        LESS_OR_EQUAL,
        GREATER_OR_EQUAL,
        CONTAINS,
        NOT_CONTAIN,
        STARTS_WITH
    }

    static Criterion of(XmlElement xml, String field, String operation) {
        return new Criterion(
                xml.required(field),
                xml.oneOf(Operation.class, operation, xml.required(operation)),
                xml.text("value").orElse(""));
    }
}
