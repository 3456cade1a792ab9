package dev.tailback.localorg.change;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.FieldType;
import dev.tailback.localorg.metadata.MetadataException;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Transaction;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes all rows of an org along to the same org under another schema. Rows of an object that is gone and values of a
 * field that is gone are gone; what a new field holds of an old row is blank.
 */
final class MoveRows {

    private final Org before;
    private final Org after;
    private final ChangeSchema.Names names;

    MoveRows(Org before, Org after, ChangeSchema.Names names) {
        this.before = before;
        this.after = after;
        this.names = names;
    }

    void move() {
        for (ObjectType type : before.schema().objects()) {
            if (type.isWritable()) {
                after.schema()
                        .object(type.name())
                        .filter(ObjectType::isWritable)
                        .ifPresent(now -> move(type, now));
            }
        }
    }

    private void move(ObjectType old, ObjectType now) {
        MoveValue[] moves = new MoveValue[now.fields().size()];
        for (Field field : now.fields()) {
            moves[field.index()] = move(old, field);
        }
        try (Transaction transaction = after.store().begin();
                Snapshot rows = before.store().snapshot()) {
            Unique unique = new Unique(now);
            rows.each(old, row -> {
                Row moved = moved(row, now, moves);
                unique.require(moved);
                transaction.write(moved);
            });
            transaction.commit();
        }
    }

    private MoveValue move(ObjectType old, Field field) {
        return old.field(names.before(field.object(), field.name()))
                .map(same -> MoveValue.of(same, field))
                .orElseGet(() -> begun(field));
    }

    /** What an old row holds in a field that is new. */
    private static MoveValue begun(Field field) {
        if (field.isMaster()) {
            return row -> {
                throw new MetadataException(
                        field.file(),
                        "there are rows already, and they would have no master; begin with a lookup and fill it");
            };
        }
        if (field.type() == FieldType.BOOLEAN && field.origin().entered().isPresent()) {
            return row -> false;
        }
        return field.name().equals("OwnerId") ? row -> row.value(SystemFields.CREATED_BY) : row -> null;
    }

    private static Row moved(Row row, ObjectType type, MoveValue[] moves) {
        @Nullable Object[] values = new Object[moves.length];
        for (int index = 0; index < moves.length; index++) {
            values[index] = moves[index].of(row);
        }
        return new Row(type, values);
    }

    /** Refuses two rows with one value where a field has become unique. */
    private static final class Unique {

        private final ObjectType type;
        private final Set<String> seen = new HashSet<>();

        Unique(ObjectType type) {
            this.type = type;
        }

        void require(Row row) {
            for (Field field : type.keys()) {
                Object value = row.value(field.index());
                if (field.constraints().unique() && value != null && !row.isDeleted()) {
                    String text = field.constraints().foldsCase()
                            ? value.toString().toLowerCase(Locale.ROOT)
                            : value.toString();
                    if (!seen.add(field.name() + " " + text)) {
                        throw new MetadataException(field.file(), "cannot be unique: more than one row holds " + value);
                    }
                }
            }
        }
    }

    /** Reads what a row holds for the field of the new schema. */
    interface MoveValue {

        /** Null is blank. */
        @Nullable
        Object of(Row row);

        static MoveValue of(Field old, Field now) {
            Retype retype = new Retype(old, now);
            int index = old.index();
            return retype.isNone() ? row -> row.value(index) : row -> retype.value(row, row.value(index));
        }
    }
}
