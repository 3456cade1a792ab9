package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Functions on text. Blank text is empty text. */
final class TextFunctions {

    private static final int LONGEST = 4000;

    private TextFunctions() {}

    static void addTo(Map<String, Function> known) {
        known.put("TEXT", TextFunctions::asText);
        known.put("VALUE", TextFunctions::asNumber);
        known.put("LEN", TextFunctions::length);
        known.put("TRIM", arguments -> changed(arguments, String::strip));
        known.put("UPPER", arguments -> changed(arguments, text -> text.toUpperCase(Locale.ROOT)));
        known.put("LOWER", arguments -> changed(arguments, text -> text.toLowerCase(Locale.ROOT)));
        known.put("CASESAFEID", arguments -> changed(arguments, text -> text));
        known.put("CONTAINS", arguments -> test(arguments, String::contains));
        known.put("BEGINS", arguments -> test(arguments, String::startsWith));
        known.put("REGEX", TextFunctions::regex);
        known.put("LEFT", arguments -> part(arguments, (text, count) -> text.substring(0, count)));
        known.put("RIGHT", arguments -> part(arguments, (text, count) -> text.substring(text.length() - count)));
        known.put("MID", TextFunctions::middle);
        known.put("SUBSTITUTE", TextFunctions::substitute);
        known.put("FIND", TextFunctions::find);
        known.put("INITCAP", arguments -> changed(arguments, TextFunctions::capitals));
        known.put(
                "REVERSE",
                arguments -> changed(
                        arguments, text -> new StringBuilder(text).reverse().toString()));
        known.put("LPAD", arguments -> padded(arguments, (text, pad) -> pad + text));
        known.put("RPAD", arguments -> padded(arguments, (text, pad) -> text + pad));
        known.put("CHR", TextFunctions::character);
        known.put("ASCII", TextFunctions::firstCharacter);
        known.put("ISNUMBER", TextFunctions::isNumber);
    }

    private interface Part {
        String of(String text, int count);
    }

    private static String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        boolean begins = true;
        for (char letter : text.toCharArray()) {
            capitals.append(begins ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
            begins = !Character.isLetterOrDigit(letter);
        }
        return capitals.toString();
    }

    /** A text that is too long is cut, as in Salesforce. */
    private static Typed padded(Arguments arguments, BinaryOperator<String> join) {
        Expression text = arguments.count(2, 3).text(0);
        Expression length = arguments.number(1);
        Expression pad = arguments.count() == 3 ? arguments.text(2) : on -> " ";
        return Typed.text(on -> {
            String whole = Operators.orEmpty(text.evaluate(on));
            String filling = Operators.orEmpty(pad.evaluate(on));
            int wanted = within(length.evaluate(on), LONGEST);
            if (whole.length() >= wanted || filling.isEmpty()) {
                return whole.substring(0, Math.min(whole.length(), wanted));
            }
            int missing = wanted - whole.length();
            return join.apply(
                    whole, filling.repeat(missing / filling.length() + 1).substring(0, missing));
        });
    }

    private static Typed character(Arguments arguments) {
        Expression code = arguments.count(1, 1).number(0);
        return Typed.text(on -> {
            BigDecimal number = (BigDecimal) code.evaluate(on);
            if (number == null || !Character.isValidCodePoint(number.intValue())) {
                throw new FormulaFailure("a number that is no character");
            }
            return Character.toString(number.intValue());
        });
    }

    private static Typed firstCharacter(Arguments arguments) {
        Expression text = arguments.count(1, 1).text(0);
        return Typed.number(on -> {
            String whole = Operators.orEmpty(text.evaluate(on));
            return whole.isEmpty() ? null : BigDecimal.valueOf(whole.codePointAt(0));
        });
    }

    private static Typed asText(Arguments arguments) {
        Typed value = arguments.count(1, 1).any(0);
        if (value.type() == ValueType.BOOLEAN || value.type() == ValueType.TEXT) {
            throw arguments.wrong("takes a number, a date, a time or a picklist, not "
                    + value.type().words());
        }
        return Typed.text(on -> written(value.expression().evaluate(on)));
    }

    static String written(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
        }
        return value instanceof Instant moment ? moment.toString().replace('T', ' ') : value.toString();
    }

    private static Typed asNumber(Arguments arguments) {
        Expression text = arguments.count(1, 1).text(0);
        return Typed.number(on -> {
            String digits = Operators.orEmpty(text.evaluate(on)).strip();
            try {
                return digits.isEmpty() ? null : new BigDecimal(digits);
            } catch (NumberFormatException e) {
                throw new FormulaFailure("a text that is not a number");
            }
        });
    }

    private static Typed isNumber(Arguments arguments) {
        Expression text = arguments.count(1, 1).text(0);
        Pattern number = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
        return Typed.truth(on ->
                number.matcher(Operators.orEmpty(text.evaluate(on)).strip()).matches());
    }

    private static Typed length(Arguments arguments) {
        Expression text = arguments.count(1, 1).text(0);
        return Typed.number(
                on -> BigDecimal.valueOf(Operators.orEmpty(text.evaluate(on)).length()));
    }

    private static Typed changed(Arguments arguments, UnaryOperator<String> change) {
        Expression text = arguments.count(1, 1).text(0);
        return Typed.text(on -> change.apply(Operators.orEmpty(text.evaluate(on))));
    }

    private static Typed test(Arguments arguments, BiPredicate<String, String> test) {
        Expression text = arguments.count(2, 2).text(0);
        Expression wanted = arguments.text(1);
        return Typed.truth(
                on -> test.test(Operators.orEmpty(text.evaluate(on)), Operators.orEmpty(wanted.evaluate(on))));
    }

    private static Typed regex(Arguments arguments) {
        Expression text = arguments.count(2, 2).text(0);
        try {
            Pattern pattern = Pattern.compile(arguments.literal(1));
            return Typed.truth(
                    on -> pattern.matcher(Operators.orEmpty(text.evaluate(on))).matches());
        } catch (PatternSyntaxException e) {
            throw arguments.wrong("has a pattern that cannot be read: " + e.getDescription());
        }
    }

    private static Typed part(Arguments arguments, Part part) {
        Expression text = arguments.count(2, 2).text(0);
        Expression count = arguments.number(1);
        return Typed.text(on -> {
            String whole = Operators.orEmpty(text.evaluate(on));
            return part.of(whole, within(count.evaluate(on), whole.length()));
        });
    }

    private static int within(@Nullable Object count, int length) {
        return count == null ? 0 : Math.max(0, Math.min(((BigDecimal) count).intValue(), length));
    }

    private static Typed middle(Arguments arguments) {
        Expression text = arguments.count(3, 3).text(0);
        Expression start = arguments.number(1);
        Expression count = arguments.number(2);
        return Typed.text(on -> {
            String whole = Operators.orEmpty(text.evaluate(on));
            int from = within(start.evaluate(on), whole.length() + 1);
            String rest = whole.substring(Math.max(0, from - 1));
            return rest.substring(0, within(count.evaluate(on), rest.length()));
        });
    }

    private static Typed substitute(Arguments arguments) {
        Expression text = arguments.count(3, 3).text(0);
        Expression old = arguments.text(1);
        Expression replacement = arguments.text(2);
        return Typed.text(on -> {
            String sought = Operators.orEmpty(old.evaluate(on));
            String whole = Operators.orEmpty(text.evaluate(on));
            return sought.isEmpty() ? whole : whole.replace(sought, Operators.orEmpty(replacement.evaluate(on)));
        });
    }

    private static Typed find(Arguments arguments) {
        Expression sought = arguments.count(2, 3).text(0);
        Expression text = arguments.text(1);
        Expression start = arguments.count() == 3 ? arguments.number(2) : on -> BigDecimal.ONE;
        return Typed.number(on -> {
            String whole = Operators.orEmpty(text.evaluate(on));
            int from = Math.max(1, within(start.evaluate(on), whole.length() + 1));
            return BigDecimal.valueOf(whole.indexOf(Operators.orEmpty(sought.evaluate(on)), from - 1) + 1L);
        });
    }
}
