package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntPredicate;

/** Compiles operators. */
final class Operators {
    static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private Operators() {}

    static Typed unary(String operator, Typed operand, int at) {
        Expression value = operand.expression();
        if (operator.equals("!")) {
            require(operand, ValueType.BOOLEAN, "NOT", at);
            return Typed.truth(on -> !value.holds(on));
        }
        require(operand, ValueType.NUMBER, operator, at);
        return operator.equals("+")
                ? operand
                : Typed.number(on -> {
                    BigDecimal number = (BigDecimal) value.evaluate(on);
                    return number == null ? null : number.negate();
                });
    }

    static Typed binary(String operator, Typed left, Typed right, int at) {
        return switch (operator) {
            case "&&", "||" -> logic(operator, left, right, at);
            case "=", "==" -> equality(left, right, at, true);
            case "<>", "!=" -> equality(left, right, at, false);
            case "<" -> order(operator, left, right, at, order -> order < 0);
            case ">" -> order(operator, left, right, at, order -> order > 0);
            case "<=" -> order(operator, left, right, at, order -> order <= 0);
            case ">=" -> order(operator, left, right, at, order -> order >= 0);
            case "&" -> concatenated(operator, left, right, at);
            case "+", "-" -> sum(operator, left, right, at);
            case "*", "/", "^" -> arithmetic(operator, left, right, at);
            default -> throw new FormulaException("unknown operator " + operator, at);
        };
    }

    static void require(Typed operand, ValueType type, String user, int at) {
        if (operand.type() != type && operand.type() != ValueType.BLANK) {
            throw new FormulaException(
                    user + " needs " + type.words() + ", not " + operand.type().words(), at);
        }
    }

    private static Typed logic(String operator, Typed left, Typed right, int at) {
        require(left, ValueType.BOOLEAN, operator, at);
        require(right, ValueType.BOOLEAN, operator, at);
        Expression first = left.expression();
        Expression second = right.expression();
        return operator.equals("&&")
                ? Typed.truth(on -> first.holds(on) && second.holds(on))
                : Typed.truth(on -> first.holds(on) || second.holds(on));
    }

    private static Typed equality(Typed left, Typed right, int at, boolean wanted) {
        comparable("=", left, right, at);
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.truth(on -> Comparison.equal(first.evaluate(on), second.evaluate(on)) == wanted);
    }

    private static Typed order(String operator, Typed left, Typed right, int at, IntPredicate wanted) {
        comparable(operator, left, right, at);
        if (left.type() == ValueType.BOOLEAN) {
            throw new FormulaException(operator + " cannot compare true or false", at);
        }
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.truth(on -> {
            Integer order = Comparison.order(first.evaluate(on), second.evaluate(on));
            return order != null && wanted.test(order);
        });
    }

    private static void comparable(String operator, Typed left, Typed right, int at) {
        if (left.type().isPicked() || right.type().isPicked()) {
            throw new FormulaException(operator + " cannot compare a picklist; use ISPICKVAL, CASE or TEXT", at);
        }
        boolean blank = left.type() == ValueType.BLANK || right.type() == ValueType.BLANK;
        if (left.type() != right.type() && !blank) {
            throw new FormulaException(
                    operator + " cannot compare " + left.type().words() + " with "
                            + right.type().words(),
                    at);
        }
    }

    private static Typed concatenated(String operator, Typed left, Typed right, int at) {
        require(left, ValueType.TEXT, operator, at);
        require(right, ValueType.TEXT, operator, at);
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.text(on -> orEmpty(first.evaluate(on)) + orEmpty(second.evaluate(on)));
    }

    static String orEmpty(Object text) {
        return text == null ? "" : (String) text;
    }

    private static Typed sum(String operator, Typed left, Typed right, int at) {
        if (operator.equals("+") && left.type() == ValueType.TEXT) {
            return concatenated(operator, left, right, at);
        }
        if (left.type() == ValueType.DATE || left.type() == ValueType.DATETIME) {
            return left.type() == right.type() && operator.equals("-")
                    ? daysBetween(left, right)
                    : moved(operator, left, right, at);
        }
        if (operator.equals("+") && (right.type() == ValueType.DATE || right.type() == ValueType.DATETIME)) {
            return moved(operator, right, left, at);
        }
        return arithmetic(operator, left, right, at);
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

    private static Typed moved(String operator, Typed moment, Typed days, int at) {
        require(days, ValueType.NUMBER, operator, at);
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

    private static Typed arithmetic(String operator, Typed left, Typed right, int at) {
        require(left, ValueType.NUMBER, operator, at);
        require(right, ValueType.NUMBER, operator, at);
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
