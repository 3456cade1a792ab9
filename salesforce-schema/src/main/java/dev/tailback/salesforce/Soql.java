package dev.tailback.salesforce;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text inside SOQL: quoted so that nobody's search can become a query of its own. */
final class Soql {

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18}");

    private Soql() {}

    /** Whether it looks like a record id: 15 characters, or 18 with the check letters. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String quoted(String text) {
        return "'" + escaped(text) + "'";
    }

    static String list(Collection<?> values) {
        return values.stream().map(value -> quoted(value.toString())).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A pattern for LIKE that finds the text itself, also when it holds LIKE's own signs. */
    static String containing(String text) {
        return "'%" + pattern(text) + "%'";
    }

    static String beginningWith(String text) {
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
