package dev.tailback.app.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How numbers, times and actions are written on pages. A script turns times into the reader's own zone. */
public final class PageText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PageText() {}

    /** Units without needless zeros, such as 5 or 2.5. */
    public static String units(BigDecimal units) {
        return units.signum() == 0 ? "0" : units.stripTrailingZeros().toPlainString();
    }

    /** An amount with the two digits prices have. */
    public static String money(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** For machines, in {@code datetime}. */
    public static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A text as part of an address. */
    public static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
