package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.soql.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as a page shows them. */
record Reading(Org org, Reader reader) {

    @Nullable
    Object value(Row row, Field field) {
        return reader.value(row, field);
    }

    String name(Row row) {
        return row.type()
                .nameField()
                .map(field -> text(field, value(row, field)))
                .filter(name -> !name.isEmpty())
                .orElse(row.id());
    }

    /** A value in words: of a reference, the name of the row it names. */
    String words(Row row, Field field) {
        Object value = value(row, field);
        if (field.reference().isPresent() && value != null) {
            return reader.snapshot().find((String) value).map(this::name).orElse("");
        }
        return text(field, value);
    }

    /** A value as text, or as a link to the row or the page it names. */
    String html(Row row, Field field) {
        Object value = value(row, field);
        if (field.reference().isPresent() && value != null) {
            return reader.snapshot().find((String) value).map(this::link).orElse("");
        }
        String text = text(field, value);
        if (field.type() == FieldType.URL && text.matches("(?i)https?://.*")) {
            return "<a rel=\"noreferrer\" href=\"" + Html.escaped(text) + "\">" + Html.escaped(field.label())
                    + "<span class=\"sr\"> " + Html.escaped(text) + "</span></a>";
        }
        boolean negative = value instanceof BigDecimal number && number.signum() < 0;
        return negative ? "<strong class=\"negative\">" + Html.escaped(text) + "</strong>" : Html.escaped(text);
    }

    String link(Row row) {
        return Html.link("/records/" + row.id(), name(row));
    }

    static String text(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return number(field.type(), number);
        }
        return value instanceof Instant moment
                ? moment.toString().replace('T', ' ').replace("Z", " GMT")
                : value.toString();
    }

    private static String number(FieldType type, BigDecimal number) {
        int scale = Math.max(type == FieldType.CURRENCY ? 2 : 0, number.scale());
        return String.format(Locale.ENGLISH, "%,." + scale + "f", number) + (type == FieldType.PERCENT ? "%" : "");
    }
}
