package dev.tailback.salesforce.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the clock of this machine is from the clock of the server that answered. */
public final class ClockSkew {

    private static final Duration HARMLESS = Duration.ofMinutes(5);

    private ClockSkew() {}

    /** A sentence when it is far enough to matter, else nothing. */
    public static String told(OrgAnswer answer, Instant now) {
        return answer.headers()
                .firstValue("Date")
                .flatMap(ClockSkew::date)
                .map(there -> Duration.between(there, now))
                .filter(skew -> skew.abs().compareTo(HARMLESS) > 0)
                .map(skew -> " The clock of this machine is " + skew.abs().toMinutes() + " min "
                        + (skew.isNegative() ? "behind" : "ahead of") + " the clock there: set it.")
                .orElse("");
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
