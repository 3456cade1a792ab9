package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Compiles the operators that count: with numbers, and with dates and numbers of days. */
final class Arithmetic {
    static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private Arithmetic() {}

    static Typed sum(String operator, Typed left, Typed right, int at) {
        if (operator.equals("+") && left.type() == ValueType.TEXT) {
            return Operators.concatenated(operator, left, right, at);
        }
        if (left.type() == ValueType.DATE || left.type() == ValueType.DATETIME) {
            return left.type() == right.type() && operator.equals("-")
                    ? daysBetween(left, right)
                    : moved(operator, left, right, at);
        }
        if (left.type() == ValueType.TIME) {
            return left.type() == right.type() && operator.equals("-")
                    ? millisBetween(left, right)
                    : movedTime(operator, left, right, at);
        }
        if (operator.equals("+") && (right.type() == ValueType.DATE || right.type() == ValueType.DATETIME)) {
            return moved(operator, right, left, at);
        }
        return of(operator, left, right, at);
    }

    private static Typed daysBetween(Typed left, Typed right) {
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.number(on -> {
            Object from = second.evaluate(on);
            Object to = first.evaluate(on);
            if (from == null || to == null) {
                return null;
            }
            return to instanceof LocalDate day
                    ? BigDecimal.valueOf(ChronoUnit.DAYS.between((LocalDate) from, day))
                    : BigDecimal.valueOf(ChronoUnit.SECONDS.between((Instant) from, (Instant) to))
                            .divide(SECONDS_OF_DAY, DIGITS);
        });
    }

    private static Typed millisBetween(Typed left, Typed right) {
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.number(on -> {
            LocalTime to = (LocalTime) first.evaluate(on);
            LocalTime from = (LocalTime) second.evaluate(on);
            return from == null || to == null ? null : BigDecimal.valueOf(ChronoUnit.MILLIS.between(from, to));
        });
    }

    /** A time and a number of milliseconds; the day begins anew at midnight. */
    private static Typed movedTime(String operator, Typed time, Typed millis, int at) {
        Operators.require(millis, ValueType.NUMBER, operator, at);
        Expression start = time.expression();
        Expression distance = millis.expression();
        int sign = operator.equals("+") ? 1 : -1;
        return new Typed(ValueType.TIME, on -> {
            LocalTime from = (LocalTime) start.evaluate(on);
            BigDecimal by = (BigDecimal) distance.evaluate(on);
            return from == null || by == null ? null : from.plus(sign * by.longValue(), ChronoUnit.MILLIS);
        });
    }

    private static Typed moved(String operator, Typed moment, Typed days, int at) {
        Operators.require(days, ValueType.NUMBER, operator, at);
        Expression start = moment.expression();
        Expression distance = days.expression();
        int sign = operator.equals("+") ? 1 : -1;
        return new Typed(moment.type(), on -> {
            Object from = start.evaluate(on);
            BigDecimal by = (BigDecimal) distance.evaluate(on);
            if (from == null || by == null) {
                return null;
            }
            return from instanceof LocalDate day
                    ? day.plusDays(sign * by.longValue())
                    : ((Instant) from)
                            .plusSeconds(sign * by.multiply(SECONDS_OF_DAY).longValue());
        });
    }

    static Typed of(String operator, Typed left, Typed right, int at) {
        Operators.require(left, ValueType.NUMBER, operator, at);
        Operators.require(right, ValueType.NUMBER, operator, at);
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.number(on -> {
            BigDecimal one = (BigDecimal) first.evaluate(on);
            BigDecimal other = (BigDecimal) second.evaluate(on);
            return one == null || other == null ? null : calculated(operator, one, other);
        });
    }

    private static BigDecimal calculated(String operator, BigDecimal one, BigDecimal other) {
        return switch (operator) {
            case "+" -> one.add(other);
            case "-" -> one.subtract(other);
            case "*" -> one.multiply(other, DIGITS);
            case "/" -> divided(one, other);
            default -> power(one, other);
        };
    }

    static BigDecimal divided(BigDecimal one, BigDecimal other) {
        if (other.signum() == 0) {
            throw new FormulaFailure("division by zero");
        }
        return one.divide(other, DIGITS);
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        double result = Math.pow(base.doubleValue(), exponent.doubleValue());
        if (!Double.isFinite(result)) {
            throw new FormulaFailure("a power that is no number");
        }
        return new BigDecimal(result, MathContext.DECIMAL64);
    }
}
