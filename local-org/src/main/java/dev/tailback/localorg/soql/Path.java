package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.rows.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of the row or of a parent: the references to follow, and the field at the end. */
record Path(List<Field> steps, Field field) {

    /** Null is blank. */
    @Nullable
    Object value(Row row, Reader reader) {
        Row at = row;
        for (Field step : steps) {
            Optional<Row> above = reader.parent(at, step);
            if (above.isEmpty()) {
                return null;
            }
            at = above.get();
        }
        return reader.value(at, field);
    }

    boolean isOwn() {
        return steps.isEmpty();
    }
}
