package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.rows.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something a row has a value of: a field, or a part of a date field. */
sealed interface Operand extends SortKey {

    /** Null is blank. */
    @Nullable
    Object value(Row row, Reader reader);

    Path path();

    @Override
    default @Nullable Object ofGroup(List<Row> group, Reader reader) {
        return value(group.get(0), reader);
    }

    @Override
    default Operand ofRow() {
        return this;
    }

    /** The type values are compared and written in. */
    FieldType type();

    /** True for a field of the row itself, as the row holds it. */
    boolean isHeld();

    /** The same of another field. */
    Operand of(Path other);

    record Column(Path path) implements Operand {
        @Override
        public Operand of(Path other) {
            return new Column(other);
        }

        @Override
        public boolean isHeld() {
            return path.isOwn();
        }

        @Override
        public @Nullable Object value(Row row, Reader reader) {
            return path.value(row, reader);
        }

        @Override
        public FieldType type() {
            return path.field().type();
        }
    }

    /** toLabel(Status): the label of a picked value; all labels are in one language here. */
    record Label(Path path) implements Operand {
        @Override
        public Operand of(Path other) {
            return new Label(other);
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public @Nullable Object value(Row row, Reader reader) {
            Object value = path.value(row, reader);
            return value == null
                    ? null
                    : path.field()
                            .picklist()
                            .<Object>map(list -> Arrays.stream(value.toString().split(";"))
                                    .map(list::label)
                                    .collect(Collectors.joining(";")))
                            .orElse(value);
        }

        @Override
        public FieldType type() {
            return path.field().type();
        }
    }

    /** CALENDAR_YEAR(CreatedDate) and its kind; fiscal years are calendar years in this org. */
    record DatePart(String part, Path path) implements Operand {
        @Override
        public Operand of(Path other) {
            return new DatePart(part, other);
        }

        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public @Nullable Object value(Row row, Reader reader) {
            Object value = path.value(row, reader);
            LocalDate day = value instanceof Instant moment
                    ? moment.atZone(ZoneOffset.UTC).toLocalDate()
                    : (LocalDate) value;
            if (day == null) {
                return null;
            }
            return switch (part) {
                case "CALENDAR_YEAR", "FISCAL_YEAR" -> whole(day.getYear());
                case "CALENDAR_QUARTER", "FISCAL_QUARTER" -> whole(day.get(IsoFields.QUARTER_OF_YEAR));
                case "CALENDAR_MONTH", "FISCAL_MONTH" -> whole(day.getMonthValue());
                case "DAY_IN_MONTH" -> whole(day.getDayOfMonth());
                case "DAY_IN_WEEK" -> whole(day.getDayOfWeek().getValue() % 7 + 1);
                case "DAY_IN_YEAR" -> whole(day.getDayOfYear());
                case "WEEK_IN_MONTH" -> whole((day.getDayOfMonth() - 1) / 7 + 1);
                case "WEEK_IN_YEAR" -> whole((day.getDayOfYear() - 1) / 7 + 1);
                case "HOUR_IN_DAY" ->
                    value instanceof Instant moment
                            ? whole(moment.atZone(ZoneOffset.UTC).get(ChronoField.HOUR_OF_DAY))
                            : null;
                default -> day;
            };
        }

        private static BigDecimal whole(int number) {
            return BigDecimal.valueOf(number);
        }

        @Override
        public FieldType type() {
            return part.equals("DAY_ONLY") ? FieldType.DATE : FieldType.INT;
        }
    }

    default Field field() {
        return path().field();
    }
}
