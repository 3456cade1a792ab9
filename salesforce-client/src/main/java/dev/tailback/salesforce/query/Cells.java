package dev.tailback.salesforce.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Condition;
import dev.tailback.salesforce.text.ForeignText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
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
        JsonNode inner = at(field);
        if (!isEmpty(inner) && !inner.isObject()) {
            throw wrong(field);
        }
        return new Cells(inner);
    }

    public JsonNode list(String field) {
        JsonNode list = at(field);
        if (!isEmpty(list) && !list.isArray()) {
            throw wrong(field);
        }
        return list;
    }

    /** A record id; there always is one. */
    public String id(String field) {
        String id = at(field).textValue();
        if (id == null || !Soql.isId(id)) {
            throw wrong(field);
        }
        return id;
    }

    /** One line that is fit to be shown and kept, cut where it is too long. */
    public String text(String field) {
        JsonNode text = at(field);
        if (isEmpty(text)) {
            return "";
        }
        if (!text.isTextual()) {
            throw wrong(field);
        }
        return ForeignText.line(text.textValue(), LONGEST_TEXT);
    }

    /** Every letter as Salesforce has it; empty when it is longer than a field can be. */
    public Optional<String> asItIs(String field) {
        return Optional.of(at(field).asText()).filter(text -> text.length() <= LONGEST_TEXT);
    }

    public boolean flag(String field) {
        JsonNode flag = at(field);
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
        JsonNode number = at(field);
        if (isEmpty(number)) {
            return BigDecimal.ZERO;
        }
        if (!number.isNumber()) {
            throw wrong(field);
        }
        return Amounts.plain(number.decimalValue()).orElseThrow(() -> wrong(field));
    }

    public Optional<Instant> time(String field) {
        JsonNode time = at(field);
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
        JsonNode date = at(field);
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

    /** A field, or one over relationships. Salesforce writes names as it has them, which may be in another case. */
    private JsonNode at(String path) {
        JsonNode value = row;
        for (String step : path.split("\\.", -1)) {
            if (!isEmpty(value) && !value.isObject()) {
                throw wrong(path);
            }
            value = value.has(step) ? value.path(step) : inAnyCase(value, step);
        }
        return value;
    }

    private static JsonNode inAnyCase(JsonNode row, String name) {
        for (Iterator<String> names = row.fieldNames(); names.hasNext(); ) {
            String other = names.next();
            if (other.equalsIgnoreCase(name)) {
                return row.path(other);
            }
        }
        return row.path(name);
    }

    /** Whether a field has one of the values. */
    public boolean holds(Condition condition) {
        JsonNode value = at(condition.field());
        if (value.isContainerNode()) {
            throw wrong(condition.field());
        }
        return !isEmpty(value) && condition.values().contains(value.asText());
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
