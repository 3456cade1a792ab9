package dev.tailback.salesforce.query;

import dev.tailback.mapping.Condition;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quotes text for SOQL, so that no search text can become a query of its own. */
public final class Soql {

    private static final int ID_LETTERS = 15;
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18}");

    private Soql() {}

    /** Whether it looks like a record id: 15 characters, or 18 with the check letters. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether two ids are of one record: an id has 15 letters; three more only spell out their case. */
    public static boolean sameRecord(String one, String other) {
        return one.substring(0, ID_LETTERS).equals(other.substring(0, ID_LETTERS));
    }

    public static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    public static String list(Collection<?> values) {
        return values.stream().map(value -> quoted(value.toString())).collect(Collectors.joining(", ", "(", ")"));
    }

    /** What a query asks for; Salesforce refuses a field that is named twice. */
    public static String fields(Stream<String> fields) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return fields.filter(named::add).collect(Collectors.joining(", "));
    }

    /** Holds for rows that meet the condition. */
    public static String holds(Condition condition) {
        return compared(condition, " = ", " OR ");
    }

    /** Holds for all other rows, also those in which the field is blank. */
    public static String fails(Condition condition) {
        return compared(condition, " != ", " AND ");
    }

    private static String compared(Condition condition, String operator, String between) {
        return condition.values().stream()
                .map(value -> condition.field() + operator + (condition.isOfFlag() ? value : quoted(value)))
                .collect(Collectors.joining(between, "(", ")"));
    }

    /** A pattern for LIKE that finds the text itself, also when it holds LIKE's own signs. */
    public static String containing(String text) {
        return "'%" + pattern(text) + "%'";
    }

    public static String beginningWith(String text) {
        return "'" + pattern(text) + "%'";
    }

    private static String pattern(String text) {
        return escaped(text).replace("%", "\\%").replace("_", "\\_");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
