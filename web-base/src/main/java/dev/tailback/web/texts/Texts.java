package dev.tailback.web.texts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of pages for one reader. Sentences are {@link MessageFormat} patterns with a key such as {@code ads.title}.
 * Times are in UTC and say so; with JavaScript, a page turns them into the reader's own zone.
 */
public final class Texts {

    private static final String BUNDLE = "texts.texts";
    private static final ResourceBundle.Control ONLY_THE_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle sentences;

    private Texts(Locale locale) {
        this.locale = locale;
        this.sentences = ResourceBundle.getBundle(BUNDLE, locale, ONLY_THE_LANGUAGE);
    }

    /** In the language that the browser asks for. */
    public static Texts of(HttpRequest<?> request) {
        String wanted = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return new Texts(Languages.of(wanted == null ? "" : wanted));
    }

    /** For readers whose language nobody knows. */
    public static Texts english() {
        return new Texts(Locale.ENGLISH);
    }

    /** Two letters, for {@code <html lang>}. */
    public String language() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The sentence of a key; numbers among the arguments are written as the reader's locale writes them.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public String of(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }

    /** Units without needless zeros, such as 5, 2.5 or 93,998. */
    public String units(BigDecimal units) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, units.stripTrailingZeros().scale()));
        return format.format(units);
    }

    /** A whole number, such as 93,998. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /**
     * A price with its currency, where that is known: 950.00 EUR, 950 JPY, 0.0125 USD. It has the digits of the
     * currency's minor unit, and more where Salesforce holds more: a price is never rounded.
     */
    public String price(BigDecimal price, Optional<String> currency) {
        int decimals = Math.max(
                IsoCurrency.decimals(currency.orElse("")),
                price.stripTrailingZeros().scale());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(price) + currency.map(code -> "\u00a0" + code).orElse("");
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }

    /** For machines, in {@code datetime}. */
    public String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A text as part of an address. */
    public String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
