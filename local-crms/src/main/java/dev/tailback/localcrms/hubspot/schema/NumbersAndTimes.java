package dev.tailback.localcrms.hubspot.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Numbers, dates and times as HubSpot takes and keeps them. */
public final class NumbersAndTimes {
    private static final int LONGEST_NUMBER = 40;
    private static final long FIRST_MOMENT =
            Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_MOMENT =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final long MS_A_DAY = 86_400_000;

    private NumbersAndTimes() {}

    /** Plain decimals without needless zeros: 1.50 is kept as 1.5 and 1e3 as 1000, at most 40 characters. */
    static String number(Property property, String given) {
        return decimal(given)
                .map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                .filter(stored -> stored.length() <= LONGEST_NUMBER)
                .orElseThrow(
                        () -> new InvalidValue(property.name(), "INVALID_INTEGER", given + " was not a valid number."));
    }

    /** A number of at most 40 characters and a small exponent. */
    public static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A day, given as such or as the milliseconds of its midnight in UTC; kept as 2026-08-10. */
    static String date(Property property, String given) {
        Optional<LocalDate> day = day(given);
        if (day.isPresent()) {
            return day.get().toString();
        }
        Instant moment = moment(given)
                .orElseThrow(() -> new InvalidValue(property.name(), "INVALID_DATE", given + " was not a valid date."));
        if (moment.toEpochMilli() % MS_A_DAY != 0) {
            throw new InvalidValue(property.name(), "INVALID_DATE", given + " is at " + moment + " UTC, not midnight!");
        }
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A moment, given in ISO 8601 or in milliseconds; kept as 2026-08-10T10:00:00Z. */
    static String time(Property property, String given) {
        return moment(given)
                .map(Instant::toString)
                .orElseThrow(() -> new InvalidValue(property.name(), "INVALID_LONG", given + " was not a valid long."));
    }

    /** The moment a text names, from year 0 to 9999: milliseconds, ISO 8601, or a day's midnight in UTC. */
    public static Optional<Instant> moment(String text) {
        return anyMoment(text)
                .filter(moment -> moment.toEpochMilli() >= FIRST_MOMENT && moment.toEpochMilli() <= LAST_MOMENT);
    }

    private static Optional<Instant> anyMoment(String text) {
        if (text.matches("-?\\d{1,15}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        Optional<Instant> midnight =
                day(text).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return midnight.isPresent() ? midnight : iso(text);
    }

    private static Optional<Instant> iso(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            return Optional.of(Instant.ofEpochMilli(moment.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
