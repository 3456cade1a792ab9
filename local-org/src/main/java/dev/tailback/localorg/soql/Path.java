package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import java.util.List;

/** A field of the row or of a parent: the references to follow, and the field at the end. */
record Path(List<Field> steps, Field field) {

    Object value(Row row, Reader reader) {
        Row at = row;
        for (Field step : steps) {
            at = reader.parent(at, step);
            if (at == null) {
                return null;
            }
        }
        return reader.value(at, field);
    }

    boolean isOwn() {
        return steps.isEmpty();
    }
}
