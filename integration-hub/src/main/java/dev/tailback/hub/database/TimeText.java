package dev.tailback.hub.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Times as PostgreSQL reads them, of any year that it knows: a CRM's clock may be wrong by thousands. It keeps
 * microseconds.
 */
public final class TimeText {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd HH:mm:ss.SSSSSS'+00' G")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TimeText() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }
}
