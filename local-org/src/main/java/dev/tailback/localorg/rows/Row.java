package dev.tailback.localorg.rows;

import dev.tailback.localorg.formula.RecordView;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.SystemFields;

/** One version of a row. It never changes; a save puts a new one in its place. */
public final class Row implements RecordView {

    private final ObjectType type;
    private final Object[] values;
    private long committedAt = Long.MAX_VALUE;
    private volatile Row previous;

    public Row(ObjectType type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    public ObjectType type() {
        return type;
    }

    @Override
    public Object value(int index) {
        return values[index];
    }

    public String id() {
        return (String) values[SystemFields.ID];
    }

    public boolean isDeleted() {
        return Boolean.TRUE.equals(values[SystemFields.IS_DELETED]);
    }

    /** The values, to be changed into the next version. */
    public Object[] copy() {
        return values.clone();
    }

    void committed(long version, Row before) {
        committedAt = version;
        previous = before;
    }

    void forgetPrevious() {
        previous = null;
    }

    /** The version of this row that was there when {@code version} was the newest commit; null when there was none. */
    Row asOf(long version) {
        Row row = this;
        while (row != null && row.committedAt > version) {
            row = row.previous;
        }
        return row;
    }
}
