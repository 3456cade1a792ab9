package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.soql.Reader;
import java.math.BigDecimal;
import java.time.Instant;

/** Rows as a page shows them. */
record Reading(Org org, Reader reader) {

    Object value(Row row, Field field) {
        return reader.value(row, field);
    }

    String name(Row row) {
        return row.type()
                .nameField()
                .map(field -> text(value(row, field)))
                .filter(name -> !name.isEmpty())
                .orElse(row.id());
    }

    /** A value as text or as a link to the row it names. */
    String html(Row row, Field field) {
        Object value = value(row, field);
        if (field.reference().isPresent() && value != null) {
            Row target = reader.snapshot().find((String) value);
            return target == null ? "" : link(target);
        }
        String unit = value != null && field.type() == FieldType.PERCENT ? "%" : "";
        return Layout.escaped(text(value) + unit);
    }

    String link(Row row) {
        return "<a href=\"/records/" + row.id() + "\">" + Layout.escaped(name(row)) + "</a>";
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Instant moment
                ? moment.toString().replace('T', ' ').replace("Z", " GMT")
                : value.toString();
    }
}
