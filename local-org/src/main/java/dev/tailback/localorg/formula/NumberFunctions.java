package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Functions on numbers. A blank argument makes the result blank. */
final class NumberFunctions {

    private static final BigDecimal PI = new BigDecimal("3.14159265358979323846");

    private NumberFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("ABS", arguments -> of(arguments, BigDecimal::abs));
        known.put("FLOOR", arguments -> of(arguments, number -> number.setScale(0, RoundingMode.FLOOR)));
        known.put("CEILING", arguments -> of(arguments, number -> number.setScale(0, RoundingMode.CEILING)));
        known.put("MFLOOR", arguments -> of(arguments, number -> number.setScale(0, RoundingMode.FLOOR)));
        known.put("MCEILING", arguments -> of(arguments, number -> number.setScale(0, RoundingMode.CEILING)));
        known.put("SQRT", arguments -> of(arguments, NumberFunctions::root));
        known.put("MIN", arguments -> best(arguments, BigDecimal::min));
        known.put("MAX", arguments -> best(arguments, BigDecimal::max));
        known.put(
                "ROUND",
                arguments ->
                        ofTwo(arguments, (number, places) -> number.setScale(places.intValue(), RoundingMode.HALF_UP)));
        known.put(
                "TRUNC",
                arguments -> arguments.count(1, 2).count() == 1
                        ? of(arguments, number -> number.setScale(0, RoundingMode.DOWN))
                        : ofTwo(arguments, (number, places) -> number.setScale(places.intValue(), RoundingMode.DOWN)));
        known.put("EXP", arguments -> of(arguments, number -> approximated(Math.exp(number.doubleValue()))));
        known.put("LN", arguments -> of(arguments, number -> approximated(Math.log(number.doubleValue()))));
        known.put("LOG", arguments -> of(arguments, number -> approximated(Math.log10(number.doubleValue()))));
        known.put("PI", arguments -> {
            arguments.count(0, 0);
            return Typed.number(on -> PI);
        });
        known.put("MOD", arguments -> ofTwo(arguments, NumberFunctions::remainder));
    }

    private static BigDecimal approximated(double number) {
        if (!Double.isFinite(number)) {
            throw new FormulaFailure("a result that is no number");
        }
        return new BigDecimal(number, MathContext.DECIMAL64);
    }

    private static BigDecimal root(BigDecimal number) {
        if (number.signum() < 0) {
            throw new FormulaFailure("the root of a negative number");
        }
        return number.sqrt(MathContext.DECIMAL64);
    }

    private static BigDecimal remainder(BigDecimal number, BigDecimal divisor) {
        BigDecimal whole = Arithmetic.divided(number, divisor).setScale(0, RoundingMode.FLOOR);
        return number.subtract(divisor.multiply(whole));
    }

    private static Typed of(Arguments arguments, UnaryOperator<BigDecimal> change) {
        Expression number = arguments.count(1, 1).number(0);
        return Typed.number(on -> {
            BigDecimal value = (BigDecimal) number.evaluate(on);
            return value == null ? null : change.apply(value);
        });
    }

    private static Typed ofTwo(Arguments arguments, BinaryOperator<BigDecimal> change) {
        Expression first = arguments.count(2, 2).number(0);
        Expression second = arguments.number(1);
        return Typed.number(on -> {
            BigDecimal one = (BigDecimal) first.evaluate(on);
            BigDecimal other = (BigDecimal) second.evaluate(on);
            return one == null || other == null ? null : change.apply(one, other);
        });
    }

    private static Typed best(Arguments arguments, BinaryOperator<BigDecimal> choice) {
        List<Expression> all = arguments.count(1, Integer.MAX_VALUE).all(ValueType.NUMBER);
        return Typed.number(on -> {
            BigDecimal best = null;
            for (Expression one : all) {
                BigDecimal value = (BigDecimal) one.evaluate(on);
                if (value == null) {
                    return null;
                }
                best = best == null ? value : choice.apply(best, value);
            }
            return best;
        });
    }
}
