package dev.tailback.localorg.soql;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.Size;
import dev.tailback.localorg.rows.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of the row or of a parent: the references to follow, and the field at the end. A reference to several objects
 * was bound to the first of them; a row of another one answers by the names of its own fields.
 */
record Path(List<Field> steps, Field field) {

    /** {@code Owner.Type}, {@code Who.Type}: the object of the row pointed to. Rows do not hold it: it has no place. */
    static final Field OBJECT = Field.entered("Name", "Type", "Type", FieldType.STRING, Size.characters(40), "Name");

    /** Null is blank. */
    @Nullable
    Object value(Row row, Reader reader) {
        Row at = row;
        for (Field step : steps) {
            Row below = at;
            Optional<Row> above = ofRow(at, step).flatMap(reference -> reader.parent(below, reference));
            if (above.isEmpty()) {
                return null;
            }
            at = above.get();
        }
        return last(at, reader);
    }

    private @Nullable Object last(Row row, Reader reader) {
        if (field.index() == OBJECT.index()) {
            return row.type().name();
        }
        Field own = ofRow(row, field).orElse(null);
        return own == null ? null : reader.value(row, own);
    }

    private static Optional<Field> ofRow(Row row, Field bound) {
        return bound.object().equals(row.type().name())
                ? Optional.of(bound)
                : row.type().field(bound.name());
    }

    boolean isOwn() {
        return steps.isEmpty();
    }
}
