package dev.tailback.localcrms.hubspot.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a given value becomes when HubSpot stores it; empty text empties a property. */
public final class StoredValue {
    static final int LONGEST_TEXT = 65_536;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,200}@[^\\s@<>,;]{1,200}\\.[^\\s@<>,;.]{1,60}");

    private StoredValue() {}

    /**
     * @param before what the record holds now, which a value with a leading semicolon is added to
     * @param trims whether blanks around a text are taken away
     * @throws InvalidValue when HubSpot refuses it
     */
    public static String of(Property property, String given, String before, boolean trims) {
        String text = trims && property.isText() ? given.strip() : given;
        if (text.isEmpty()) {
            return text;
        }
        String stored = typed(property, text, before);
        Optional<String> broken = property.rules().brokenBy(property.type(), stored);
        if (broken.isPresent()) {
            throw new InvalidValue(
                    property.name(),
                    "PROPERTY_VALIDATION_RULE",
                    "A validation rule of " + property.name() + " refuses the value: it " + broken.get());
        }
        return stored;
    }

    private static String typed(Property property, String given, String before) {
        return switch (property.type()) {
            case STRING -> text(property, given);
            case PHONE_NUMBER -> shortEnough(property, given);
            case NUMBER -> NumbersAndTimes.number(property, given);
            case DATE -> NumbersAndTimes.date(property, given);
            case DATETIME -> NumbersAndTimes.time(property, given);
            case BOOL -> Choices.truth(property, given);
            case ENUMERATION -> Choices.chosen(property, given, before);
        };
    }

    private static String text(Property property, String given) {
        shortEnough(property, given);
        if (property.name().equals("email")) {
            return email(property, given.strip().toLowerCase(Locale.ROOT));
        }
        return property.name().equals("domain") ? Domains.of(given) : given;
    }

    private static String email(Property property, String address) {
        if (!EMAIL.matcher(address).matches()) {
            throw new InvalidValue(property.name(), "INVALID_EMAIL", "Email address " + address + " is invalid");
        }
        return address;
    }

    private static String shortEnough(Property property, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidValue(
                    property.name(),
                    "PROPERTY_VALUE_TOO_LONG",
                    property.name() + " takes " + LONGEST_TEXT + " characters, not " + text.length());
        }
        return text;
    }
}
