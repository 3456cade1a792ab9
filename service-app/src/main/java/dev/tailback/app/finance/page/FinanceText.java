package dev.tailback.app.finance.page;

import dev.tailback.app.finance.statements.Unresolved;
import dev.tailback.web.texts.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;

/** Values of finance in the reader's language. */
public final class FinanceText {

    private FinanceText() {}

    /** With the decimals it has, and its currency: 1,670.00 EUR, or 1.670 JPY. */
    public static String money(Texts texts, BigDecimal amount, String currency) {
        return number(texts, amount) + "\u00a0" + currency;
    }

    /** A price with all its decimals, two at least where it has any. */
    public static String number(Texts texts, BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    /** What keeps a close open: its entry, contract or period. The files tell the same in English. */
    public static String what(Texts texts, Unresolved one) {
        String what = one.what();
        return switch (one.kind()) {
            case "not_over" ->
                texts.of("finance.what.period", texts.date(LocalDate.parse(what.substring(what.lastIndexOf(' ') + 1))));
            case "more" -> texts.of("finance.what.more", what.substring(0, what.indexOf(' ')));
            default -> what.replace(", entry ", ", " + texts.of("finance.entry") + " ");
        };
    }
}
