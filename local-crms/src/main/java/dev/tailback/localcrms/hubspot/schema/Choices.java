package dev.tailback.localcrms.hubspot.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values of enumerations and truth values. */
final class Choices {

    private Choices() {}

    static String truth(Property property, String given) {
        String word = given.toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw notAllowed(property, given, List.of("true", "false"));
        }
        return word;
    }

    /** Several values stand between semicolons; with one in front they are added to those that are there. */
    static String chosen(Property property, String given, String before) {
        if (!property.takesSeveral()) {
            return known(property, given);
        }
        Set<String> values = new LinkedHashSet<>();
        if (given.startsWith(";")) {
            values.addAll(parts(before));
        }
        parts(given).forEach(value -> values.add(known(property, value)));
        return String.join(";", values);
    }

    private static List<String> parts(String text) {
        return List.of(text.split(";")).stream().filter(part -> !part.isEmpty()).toList();
    }

    private static String known(Property property, String value) {
        if (property.option(value).isEmpty()) {
            throw notAllowed(
                    property,
                    value,
                    property.options().stream().map(Choice::value).toList());
        }
        return value;
    }

    private static InvalidValue notAllowed(Property property, String given, List<String> allowed) {
        return new InvalidValue(
                property.name(), "INVALID_OPTION", given + " was not one of the allowed options: " + allowed);
    }
}
