package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compiles operators. */
final class Operators {
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
            case "+", "-" -> Arithmetic.sum(operator, left, right, at);
            case "*", "/", "^" -> Arithmetic.of(operator, left, right, at);
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
            OptionalInt order = Comparison.order(first.evaluate(on), second.evaluate(on));
            return order.isPresent() && wanted.test(order.getAsInt());
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

    static Typed concatenated(String operator, Typed left, Typed right, int at) {
        require(left, ValueType.TEXT, operator, at);
        require(right, ValueType.TEXT, operator, at);
        Expression first = left.expression();
        Expression second = right.expression();
        return Typed.text(on -> orEmpty(first.evaluate(on)) + orEmpty(second.evaluate(on)));
    }

    static String orEmpty(@Nullable Object text) {
        return text == null ? "" : (String) text;
    }
}
