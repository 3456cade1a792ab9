package dev.tailback.localorg.rows;

import dev.tailback.localorg.formula.RecordSource;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows as one commit left them. Readers hold one; no writer waits for them and they wait for no writer. */
public final class Snapshot implements RecordSource, AutoCloseable {

    private final Store store;
    private final long version;

    Snapshot(Store store, long version) {
        this.store = store;
        this.version = version;
    }

    long version() {
        return version;
    }

    @Override
    public Row find(String id) {
        Row row = findAny(id);
        return row == null || row.isDeleted() ? null : row;
    }

    /** A row even when it was deleted. */
    public Row findAny(String id) {
        Table table = store.tableOf(id);
        return table == null ? null : seen(table.row(id));
    }

    private Row seen(Row row) {
        return row == null ? null : row.asOf(version);
    }

    /** Visits all rows of an object, deleted ones too, in the order of their ids. */
    public void each(ObjectType type, Consumer<Row> visitor) {
        Table table = store.table(type);
        int last = table.lastNumber();
        for (int number = 0; number <= last; number++) {
            Row row = seen(table.row(number));
            if (row != null) {
                visitor.accept(row);
            }
        }
    }

    /** Rows that are not deleted and have this value in a key field. */
    public List<Row> byKey(Field field, Object value) {
        Table table = store.table(field.object());
        List<Row> found = new ArrayList<>();
        for (int number : table.keyIndex(field).find(value)) {
            Row row = seen(table.row(number));
            if (row != null && !row.isDeleted()) {
                found.add(row);
            }
        }
        return found;
    }

    /** Rows that point to a row by this field, deleted ones too. */
    public List<Row> children(Field field, String id) {
        Table table = store.table(field.object());
        List<Row> found = new ArrayList<>();
        for (int number : table.childIndex(field).of(id)) {
            Row row = seen(table.row(number));
            if (row != null && id.equals(row.value(field.index()))) {
                found.add(row);
            }
        }
        return found;
    }

    @Override
    public void close() {
        store.closed(this);
    }
}
