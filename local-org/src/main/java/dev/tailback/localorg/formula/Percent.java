package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Percent fields hold 10 for 10 %, and so does the API; formulas calculate with 0.10. What a formula reads of a percent
 * field is a hundredth, what it gives one a hundredfold. Salesforce help 000380436, and its tips for number fields in
 * formulas.
 */
final class Percent {
    private static final int PLACES = 2;

    private Percent() {}

    static Expression read(Expression field) {
        return on -> fraction(field.evaluate(on));
    }

    static Expression given(Expression fraction) {
        return on -> {
            BigDecimal value = (BigDecimal) fraction.evaluate(on);
            return value == null ? null : value.movePointRight(PLACES);
        };
    }

    static @Nullable Object fraction(@Nullable Object percent) {
        return percent == null ? null : ((BigDecimal) percent).movePointLeft(PLACES);
    }
}
