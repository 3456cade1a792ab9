package dev.tailback.localorg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AND, OR, NOT, IF, CASE and what tells blanks. */
final class LogicFunctions {

    private LogicFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("AND", LogicFunctions::and);
        known.put("OR", LogicFunctions::or);
        known.put("NOT", LogicFunctions::not);
        known.put("IF", LogicFunctions::choose);
        known.put("CASE", LogicFunctions::cases);
        known.put("ISBLANK", LogicFunctions::isBlank);
        known.put("ISNULL", LogicFunctions::isBlank);
        known.put("BLANKVALUE", LogicFunctions::blankValue);
        known.put("NULLVALUE", LogicFunctions::blankValue);
    }

    private static Typed and(Arguments arguments) {
        Expression[] all =
                arguments.count(1, Integer.MAX_VALUE).all(ValueType.BOOLEAN).toArray(Expression[]::new);
        return Typed.truth(on -> {
            for (Expression one : all) {
                if (!one.holds(on)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Typed or(Arguments arguments) {
        Expression[] all =
                arguments.count(1, Integer.MAX_VALUE).all(ValueType.BOOLEAN).toArray(Expression[]::new);
        return Typed.truth(on -> {
            for (Expression one : all) {
                if (one.holds(on)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Typed not(Arguments arguments) {
        Expression condition = arguments.count(1, 1).truth(0);
        return Typed.truth(on -> !condition.holds(on));
    }

    private static Typed choose(Arguments arguments) {
        Expression condition = arguments.count(3, 3).truth(0);
        Typed yes = arguments.any(1);
        Typed no = arguments.any(2);
        return new Typed(
                common(arguments, yes, no),
                on -> (condition.holds(on) ? yes : no).expression().evaluate(on));
    }

    private static ValueType common(Arguments arguments, Typed one, Typed other) {
        if (one.type() == ValueType.BLANK) {
            return other.type();
        }
        if (one.type() != other.type() && other.type() != ValueType.BLANK) {
            throw arguments.wrong("cannot result in " + one.type().words() + " and in "
                    + other.type().words());
        }
        return one.type();
    }

    private static Typed cases(Arguments arguments) {
        arguments.count(4, Integer.MAX_VALUE);
        if (arguments.count() % 2 != 0) {
            throw arguments.wrong("takes an expression, pairs of value and result, and a result for all others");
        }
        Typed subject = arguments.any(0);
        List<Expression> values = new ArrayList<>();
        List<Typed> results = new ArrayList<>();
        for (int index = 1; index < arguments.count() - 1; index += 2) {
            values.add(caseValue(arguments, subject, index));
            results.add(arguments.any(index + 1));
        }
        Typed otherwise = arguments.any(arguments.count() - 1);
        results.forEach(result -> common(arguments, result, otherwise));
        return new Typed(common(arguments, results.get(0), otherwise), on -> {
            Object value = subject.expression().evaluate(on);
            for (int index = 0; index < values.size(); index++) {
                if (Comparison.equal(value, values.get(index).evaluate(on))) {
                    return results.get(index).expression().evaluate(on);
                }
            }
            return otherwise.expression().evaluate(on);
        });
    }

    private static Expression caseValue(Arguments arguments, Typed subject, int index) {
        if (subject.type() == ValueType.PICKLIST) {
            RecordFunctions.requireValue(arguments, arguments.picklistField(0), arguments.literal(index));
            return arguments.text(index);
        }
        return arguments.of(subject.type(), index);
    }

    private static Typed isBlank(Arguments arguments) {
        Expression value = arguments
                .count(1, 1)
                .compiler()
                .blanksKept()
                .compile(arguments.node(0))
                .expression();
        return Typed.truth(on -> Comparison.isBlank(value.evaluate(on)));
    }

    private static Typed blankValue(Arguments arguments) {
        Typed value = arguments.count(2, 2).compiler().blanksKept().compile(arguments.node(0));
        Typed otherwise = arguments.any(1);
        ValueType type = value.type().isPicked() ? ValueType.TEXT : common(arguments, value, otherwise);
        return new Typed(type, on -> {
            Object found = value.expression().evaluate(on);
            return Comparison.isBlank(found) ? otherwise.expression().evaluate(on) : found;
        });
    }
}
