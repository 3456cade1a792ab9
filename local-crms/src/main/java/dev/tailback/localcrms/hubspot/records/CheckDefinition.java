package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.Choice;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyType;
import dev.tailback.localcrms.hubspot.schema.Schema;

/** Judges the definition of a property. */
final class CheckDefinition {
    private static final int MOST_UNIQUE = 10;
    private static final int MOST_PROPERTIES = 1000;
    private static final int MOST_OPTIONS = 5000;
    private static final int LONGEST_LABEL = 255;

    private final Schema schema;
    private final ObjectType type;

    CheckDefinition(Schema schema, ObjectType type) {
        this.schema = schema;
        this.type = type;
    }

    /** @throws IllegalArgumentException in one sentence, for a new property */
    void check(Property property) {
        if (!property.name().matches("[a-z][a-z0-9_]{0,99}")) {
            throw refused("The name of a property begins with a letter and has up to 100 small letters, digits and"
                    + " underscores, not \"" + property.name() + "\".");
        }
        if (schema.property(type, property.name()).isPresent()) {
            throw refused("A property " + property.name() + " of " + type.plural() + " exists already.");
        }
        if (schema.properties(type, false).size() >= MOST_PROPERTIES) {
            throw refused("An object has at most " + MOST_PROPERTIES + " properties.");
        }
        checkChanged(property);
    }

    /** @throws IllegalArgumentException in one sentence, for a property that is there */
    void checkChanged(Property property) {
        if (property.label().isBlank() || property.label().length() > LONGEST_LABEL) {
            throw refused(
                    "The property " + property.name() + " needs a label of 1 to " + LONGEST_LABEL + " characters.");
        }
        if (!property.type().fieldTypes().contains(property.fieldType())) {
            throw refused("A property of type " + property.type().word() + " has a fieldType of "
                    + property.type().fieldTypes() + ", not " + property.fieldType() + ".");
        }
        checkOptions(property);
        checkUnique(property);
    }

    private static void checkOptions(Property property) {
        boolean choice = property.type() == PropertyType.ENUMERATION;
        if (choice == property.options().isEmpty() && property.type() != PropertyType.BOOL) {
            throw refused(
                    choice
                            ? "The enumeration " + property.name() + " needs options."
                            : "Only an enumeration has options, not " + property.name() + ".");
        }
        long different =
                property.options().stream().map(Choice::value).distinct().count();
        if (different != property.options().size() || different > MOST_OPTIONS) {
            throw refused("The options of " + property.name() + " must be different and at most " + MOST_OPTIONS + ".");
        }
    }

    private void checkUnique(Property property) {
        boolean textOrNumber = property.type() == PropertyType.STRING || property.type() == PropertyType.NUMBER;
        if (property.marks().unique() && !textOrNumber) {
            throw refused("Only a text or a number can be unique, not " + property.name() + ".");
        }
        long others = schema.unique(type).stream()
                .filter(other -> !other.name().equals(property.name()))
                .count();
        if (property.marks().unique() && others >= MOST_UNIQUE) {
            throw refused("An object has at most " + MOST_UNIQUE + " unique properties.");
        }
    }

    private static IllegalArgumentException refused(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
