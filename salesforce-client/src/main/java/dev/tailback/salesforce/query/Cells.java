package dev.tailback.salesforce.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.text.ForeignText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The values of one row. What is not there or null is empty, as Salesforce means it; what has another type or size than
 * its field can have makes the row unusable, and never something that merely looks right.
 */
public record Cells(JsonNode row) {

    /** The longest text that Salesforce lets a field of ours have. */
    public static final int LONGEST_TEXT = 255;

    private static final int LONGEST_NUMBER = 40;
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("4001-01-01T00:00:00Z");

    public Cells in(String field) {
        JsonNode inner = row.path(field);
        if (!isEmpty(inner) && !inner.isObject()) {
            throw wrong(field);
        }
        return new Cells(inner);
    }

    public JsonNode list(String field) {
        JsonNode list = row.path(field);
        if (!isEmpty(list) && !list.isArray()) {
            throw wrong(field);
        }
        return list;
    }

    /** A record id; there always is one. */
    public String id(String field) {
        String id = row.path(field).textValue();
        if (id == null || !Soql.isId(id)) {
            throw wrong(field);
        }
        return id;
    }

    /** One line that is fit to be shown and kept, cut where it is too long. */
    public String text(String field) {
        JsonNode text = row.path(field);
        if (isEmpty(text)) {
            return "";
        }
        if (!text.isTextual()) {
            throw wrong(field);
        }
        return ForeignText.line(text.textValue(), LONGEST_TEXT);
    }

    public boolean flag(String field) {
        JsonNode flag = row.path(field);
        if (!isEmpty(flag) && !flag.isBoolean()) {
            throw wrong(field);
        }
        return flag.booleanValue();
    }

    /** A whole number from 0; 0 when there is none. */
    public long whole(String field, long most) {
        BigDecimal number = amount(field);
        if (number.signum() < 0 || number.scale() > 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(field);
        }
        return number.longValue();
    }

    /** Exact, without the decimals that say nothing; 0 for null: a roll-up over nothing, or a blank. */
    public BigDecimal amount(String field) {
        JsonNode number = row.path(field);
        if (isEmpty(number)) {
            return BigDecimal.ZERO;
        }
        if (!number.isNumber()) {
            throw wrong(field);
        }
        return Amounts.plain(number.decimalValue()).orElseThrow(() -> wrong(field));
    }

    public Optional<Instant> time(String field) {
        JsonNode time = row.path(field);
        if (isEmpty(time)) {
            return Optional.empty();
        }
        try {
            return Timestamps.read(time)
                    .filter(instant -> instant.isAfter(EARLIEST) && instant.isBefore(LATEST))
                    .or(() -> {
                        throw wrong(field);
                    });
        } catch (DateTimeException noTime) {
            throw wrong(field);
        }
    }

    /** A day without a time, as {@code 2026-12-31}. */
    public Optional<LocalDate> date(String field) {
        JsonNode date = row.path(field);
        if (isEmpty(date)) {
            return Optional.empty();
        }
        if (!date.isTextual()) {
            throw wrong(field);
        }
        try {
            return Optional.of(LocalDate.parse(date.textValue()));
        } catch (DateTimeException noDate) {
            throw wrong(field);
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private UnusableRow wrong(String field) {
        String what = ForeignText.line(row.path("Id").asText(""), 18);
        return new UnusableRow("Salesforce's row " + (what.isEmpty() ? "" : what + " ") + "has a value in " + field
                + " that this field cannot have. Look at it in Salesforce; if it is "
                + "right there, see who answers in its place.");
    }
}
