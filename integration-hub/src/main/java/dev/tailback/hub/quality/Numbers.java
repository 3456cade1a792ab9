package dev.tailback.hub.quality;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and amounts of money, written with a point and without grouping. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,15})?");
    private static final Pattern ENGLISH =
            Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){2,9}|[+-]?\\d{1,3}(,\\d{3})+\\.\\d{1,15}");
    private static final Pattern GERMAN =
            Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){2,9}|[+-]?\\d{1,3}(\\.\\d{3})+,\\d{1,15}");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d{1,30},(\\d{1,2}|\\d{4,15})");
    private static final Pattern BEFORE = Pattern.compile("([A-Za-z]{3}|[€$£¥]) ?([+-]?[\\d.,' ]+)");
    private static final Pattern BEHIND = Pattern.compile("([+-]?[\\d.,' ]+?) ?([A-Za-z]{3}|[€$£¥])");
    private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY");

    private Numbers() {}

    static Checked number(String line, String was) {
        return plain(line)
                .map(number -> Checked.written(number, was, "number_form", "It was written with a decimal point only."))
                .orElseGet(() -> Checked.refused(
                        was, "number_invalid", "This is no number, or it can be read in two ways, as 1,234."));
    }

    static Checked money(String line, String was) {
        Matcher before = BEFORE.matcher(line);
        Matcher behind = BEHIND.matcher(line);
        if (before.matches()) {
            return money(before.group(1), before.group(2), was);
        }
        return behind.matches() ? money(behind.group(2), behind.group(1), was) : number(line, was);
    }

    private static Checked money(String currency, String amount, String was) {
        Optional<String> code = code(currency);
        Optional<String> number = plain(amount);
        if (code.isEmpty()) {
            return Checked.refused(
                    was, "currency_unknown", "There is no such currency: use a code of ISO 4217, as EUR.");
        }
        return number.map(plain -> Checked.written(
                        code.get() + " " + plain,
                        was,
                        "money_form",
                        "The currency stands first, the amount has a point."))
                .orElseGet(() ->
                        Checked.refused(was, "number_invalid", "The amount is no number, or can be read in two ways."));
    }

    private static Optional<String> code(String currency) {
        String code = SIGNS.getOrDefault(currency, currency.toUpperCase(Locale.ROOT));
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code::equals)
                .findFirst();
    }

    private static Optional<String> plain(String line) {
        String number = line.replaceAll("[' ]", "");
        if (PLAIN.matcher(number).matches()) {
            return Optional.of(written(number));
        }
        if (ENGLISH.matcher(number).matches()) {
            return Optional.of(written(number.replace(",", "")));
        }
        if (GERMAN.matcher(number).matches() || COMMA.matcher(number).matches()) {
            return Optional.of(written(number.replace(".", "").replace(',', '.')));
        }
        return Optional.empty();
    }

    private static String written(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
