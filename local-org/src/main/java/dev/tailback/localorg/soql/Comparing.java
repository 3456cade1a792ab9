package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import org.jspecify.annotations.Nullable;

/** SOQL's comparisons. A blank is not equal to any value and neither less nor greater. */
final class Comparing {

    private Comparing() {}

    static boolean holds(@Nullable Object value, String operator, Literal literal, Field field) {
        boolean caseMatters =
                field.constraints().unique() && field.constraints().caseSensitive();
        return literal.compares(value, operator, caseMatters);
    }

    static boolean exact(@Nullable Object value, String operator, @Nullable Object other, boolean caseMatters) {
        return switch (operator) {
            case "=" -> Values.equal(value, other, caseMatters);
            case "!=", "<>" -> !Values.equal(value, other, caseMatters);
            default -> value != null && other != null && ordered(Values.order(value, other), operator);
        };
    }

    private static boolean ordered(int order, String operator) {
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    static boolean within(@Nullable Object value, String operator, Literal.Span span) {
        if (value == null) {
            return operator.equals("!=") || operator.equals("<>");
        }
        boolean before = Values.order(value, span.start()) < 0;
        boolean after = Values.order(value, span.end()) >= 0;
        return switch (operator) {
            case "=" -> !before && !after;
            case "!=", "<>" -> before || after;
            case "<" -> before;
            case ">" -> after;
            case "<=" -> !after;
            default -> !before;
        };
    }
}
