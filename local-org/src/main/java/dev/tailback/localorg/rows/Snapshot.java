package dev.tailback.localorg.rows;

import dev.tailback.localorg.formula.RecordSource;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows as one commit left them, seen through what a transaction wrote if it is a transaction's own view. Readers
 * hold one; no writer waits for them and they wait for no writer.
 */
public final class Snapshot implements RecordSource, AutoCloseable {

    private final Store store;
    private final long version;
    private final Map<String, Row> own;

    /**
     * @param own rows that are not committed yet, by id
     */
    Snapshot(Store store, long version, Map<String, Row> own) {
        this.store = store;
        this.version = version;
        this.own = own;
    }

    long version() {
        return version;
    }

    @Override
    public Optional<Row> find(String id) {
        return findAny(id).filter(row -> !row.isDeleted());
    }

    /** A row even when it was deleted. */
    public Optional<Row> findAny(String id) {
        return Optional.ofNullable(own.get(id)).or(() -> store.tableOf(id).flatMap(table -> seen(table.row(id))));
    }

    /** The row as it was then; empty for one of the own rows, which are looked at apart. */
    private Optional<Row> seen(Optional<Row> row) {
        return row.filter(there -> !own.containsKey(there.id())).flatMap(there -> there.asOf(version));
    }

    private List<Row> own(ObjectType type) {
        return own.values().stream().filter(row -> row.type() == type).toList();
    }

    /** Visits all rows of an object, deleted ones too, in the order of their ids, the own ones last. */
    public void each(ObjectType type, Consumer<Row> visitor) {
        Table table = store.table(type);
        int last = table.lastNumber();
        for (int number = 0; number <= last; number++) {
            seen(table.row(number)).ifPresent(visitor);
        }
        own(type).forEach(visitor);
    }

    /** Rows that are not deleted and have this value in a key field. */
    public List<Row> byKey(Field field, Object value) {
        Table table = store.table(field.object());
        KeyIndex index = table.keyIndex(field);
        List<Row> found = new ArrayList<>();
        for (int number : index.find(value)) {
            seen(table.row(number)).filter(row -> !row.isDeleted()).ifPresent(found::add);
        }
        own(table.type()).stream()
                .filter(row -> !row.isDeleted() && index.same(value, row.value(field.index())))
                .forEach(found::add);
        return found;
    }

    /** Rows that point to a row by this field, deleted ones too. */
    @Override
    public List<Row> children(Field field, String id) {
        Table table = store.table(field.object());
        List<Row> found = new ArrayList<>();
        for (int number : table.childIndex(field).of(id)) {
            seen(table.row(number))
                    .filter(row -> id.equals(row.value(field.index())))
                    .ifPresent(found::add);
        }
        own(table.type()).stream()
                .filter(row -> id.equals(row.value(field.index())))
                .forEach(found::add);
        return found;
    }

    @Override
    public void close() {
        store.closed(this);
    }
}
