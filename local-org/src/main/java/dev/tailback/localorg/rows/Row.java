package dev.tailback.localorg.rows;

import dev.tailback.localorg.formula.RecordView;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a row. It never changes; a save puts a new one in its place. */
public final class Row implements RecordView {

    private final ObjectType type;
    private final Object[] values;
    private long committedAt = Long.MAX_VALUE;
    private volatile Optional<Row> previous = Optional.empty();

    public Row(ObjectType type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    public ObjectType type() {
        return type;
    }

    @Override
    public @Nullable Object value(int index) {
        return values[index];
    }

    public String id() {
        return (String) values[SystemFields.ID];
    }

    /** When it last changed; every row has such a time. */
    public Instant changedAt() {
        return (Instant) values[SystemFields.SYSTEM_MODSTAMP];
    }

    public boolean isDeleted() {
        return Boolean.TRUE.equals(values[SystemFields.IS_DELETED]);
    }

    /** The values, to be changed into the next version. */
    public Object[] copy() {
        return values.clone();
    }

    void committed(long version, Optional<Row> before) {
        committedAt = version;
        previous = before;
    }

    void forgetPrevious() {
        previous = Optional.empty();
    }

    /** The version of this row that was there when {@code version} was the newest commit; empty when there was none. */
    Optional<Row> asOf(long version) {
        Optional<Row> row = Optional.of(this);
        while (row.isPresent() && row.get().committedAt > version) {
            row = row.get().previous;
        }
        return row;
    }
}
