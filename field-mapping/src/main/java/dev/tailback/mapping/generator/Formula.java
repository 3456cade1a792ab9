package dev.tailback.mapping.generator;

import java.util.Arrays;
import java.util.List;

/** Puts formulas together, one argument a line. */
final class Formula {

    private Formula() {}

    static String all(String... conditions) {
        return call("AND", Arrays.asList(conditions));
    }

    /** One of them alone needs no OR around it. */
    static String any(List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : call("OR", conditions);
    }

    static String changed(String field) {
        return "ISCHANGED(" + field + ")";
    }

    /** A text as a formula writes it. */
    static String text(String said) {
        return '"' + said.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String call(String function, List<String> arguments) {
        String inside = String.join(",\n", arguments).indent(4).stripTrailing();
        return function + "(\n" + inside + "\n)";
    }
}
