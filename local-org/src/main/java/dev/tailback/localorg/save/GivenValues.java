package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Ids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON values into stored ones: text trimmed, numbers rounded to their scale, times cut to the second. A value of
 * the wrong JSON type refuses the whole request; a value that is merely impossible fails its record.
 */
final class GivenValues {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** The stored value; null for blank. Failures of the record alone go to the item. */
    @Nullable
    Object stored(Field field, @Nullable Object json, Item item) {
        if (json == null || "".equals(json)) {
            return blank(field, item);
        }
        return switch (field.type()) {
            case BOOLEAN -> truth(json);
            case INT, DOUBLE, CURRENCY, PERCENT -> number(field, json);
            case DATE -> date(json);
            case DATETIME -> moment(json);
            case TIME -> time(json);
            case ID, REFERENCE -> id(field, text(json), item);
            case STRING, TEXTAREA, EMAIL, PHONE, URL, COMBOBOX, PICKLIST, MULTIPICKLIST -> trimmed(text(json));
        };
    }

    private @Nullable Object blank(Field field, Item item) {
        if (field.type() == FieldType.BOOLEAN) {
            item.fail(SaveError.on(
                    "INVALID_TYPE_ON_FIELD_IN_RECORD", field.name(), field.label() + ": value not of required type: "));
        }
        return null;
    }

    private Object truth(Object json) {
        if (json instanceof Boolean truth) {
            return truth;
        }
        if ("true".equals(json) || "false".equals(json)) {
            return Boolean.valueOf((String) json);
        }
        throw wrongType("boolean", json);
    }

    private BigDecimal number(Field field, Object json) {
        try {
            BigDecimal number = json instanceof BigDecimal exact
                    ? exact
                    : new BigDecimal(text(json).strip());
            return number.setScale(field.size().scale(), RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw wrongType("double", json);
        }
    }

    private LocalDate date(Object json) {
        try {
            String text = text(json);
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw wrongType("date", json);
        }
    }

    private Instant moment(Object json) {
        try {
            String text = text(json);
            return (text.length() == 10
                            ? OffsetDateTime.parse(text + "T00:00:00Z")
                            : OffsetDateTime.parse(text, DATE_TIME))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw wrongType("datetime", json);
        }
    }

    private LocalTime time(Object json) {
        try {
            return LocalTime.parse(text(json).replaceAll("Z$", ""));
        } catch (DateTimeException e) {
            throw wrongType("time", json);
        }
    }

    private String text(Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw wrongType("string", json);
    }

    private @Nullable Object trimmed(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? null : trimmed;
    }

    private @Nullable Object id(Field field, String text, Item item) {
        return Ids.parse(text).orElseGet(() -> {
            item.fail(SaveError.on(
                    "MALFORMED_ID", field.name(), field.label() + ": id value of incorrect type: " + text));
            return null;
        });
    }

    private static RequestRefused wrongType(String wanted, Object json) {
        String kind = json instanceof String
                ? "VALUE_STRING"
                : json instanceof Boolean truth
                        ? "VALUE_" + truth.toString().toUpperCase(Locale.ROOT)
                        : json instanceof BigDecimal number
                                ? number.scale() > 0 ? "VALUE_NUMBER_FLOAT" : "VALUE_NUMBER_INT"
                                : json instanceof Map ? "START_OBJECT" : "START_ARRAY";
        return new RequestRefused(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + wanted + " from " + kind + " value " + json
                        + " or request may be missing a required field at [line:1, column:1]");
    }
}
