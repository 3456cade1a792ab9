package dev.tailback.localorg.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.localorg.metadata.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How values look in Salesforce's JSON: numbers as doubles ({@code 10.0}), times in UTC with three zeros of
 * milliseconds.
 */
public final class WireValues {
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'");

    private WireValues() {}

    public static void write(JsonGenerator json, FieldType type, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            writeNumber(json, type, number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Instant moment) {
            json.writeString(dateTime(moment));
        } else if (value instanceof LocalTime time) {
            json.writeString(TIME.format(time));
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, FieldType type, BigDecimal number) throws IOException {
        if (type == FieldType.INT) {
            json.writeNumber(number.longValue());
        } else {
            json.writeNumber(number.doubleValue());
        }
    }

    /** As in a CSV; blank is empty text. */
    public static String text(FieldType type, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return type == FieldType.INT ? String.valueOf(number.longValue()) : String.valueOf(number.doubleValue());
        }
        if (value instanceof Instant moment) {
            return dateTime(moment);
        }
        return value instanceof LocalTime time ? TIME.format(time) : value.toString();
    }

    public static String dateTime(Instant moment) {
        return DATE_TIME.format(moment);
    }
}
