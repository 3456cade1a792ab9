package dev.tailback.salesforce.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Salesforce's times: sent as {@code 2026-01-31T12:00:00.000+0000}, whole seconds, no colon in the offset. */
public final class Timestamps {

    private static final DateTimeFormatter SENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    private Timestamps() {}

    static Optional<Instant> read(JsonNode time) {
        return time.isTextual()
                ? Optional.of(OffsetDateTime.parse(time.textValue(), SENT).toInstant())
                : Optional.empty();
    }

    /** For a query; without quotes there. */
    public static String literal(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
