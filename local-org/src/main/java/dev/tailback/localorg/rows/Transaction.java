package dev.tailback.localorg.rows;

import dev.tailback.localorg.formula.RecordSource;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows being written. It sees its own rows over the committed ones; others see nothing of it before the commit. */
public final class Transaction implements RecordSource, AutoCloseable {

    private final Store store;
    private final Map<String, Row> written = new LinkedHashMap<>();
    private final List<Object> locks = new ArrayList<>();

    Transaction(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Row> find(String id) {
        return findAny(id).filter(row -> !row.isDeleted());
    }

    /** A row even when it was deleted. */
    public Optional<Row> findAny(String id) {
        return Optional.ofNullable(written.get(id)).or(() -> store.tableOf(id).flatMap(table -> table.row(id)));
    }

    /** Rows that are not deleted and have this value in a key field. */
    public List<Row> byKey(Field field, Object value) {
        Table table = store.table(field.object());
        KeyIndex index = table.keyIndex(field);
        List<Row> found = new ArrayList<>();
        for (int number : index.find(value)) {
            table.row(number).filter(row -> !written.containsKey(row.id())).ifPresent(found::add);
        }
        for (Row row : written.values()) {
            if (row.type() == table.type() && !row.isDeleted() && index.same(value, row.value(field.index()))) {
                found.add(row);
            }
        }
        return found;
    }

    /** Rows that are not deleted and point to a row by this field. */
    @Override
    public List<Row> children(Field field, String id) {
        Table table = store.table(field.object());
        List<Row> found = new ArrayList<>();
        for (int number : table.childIndex(field).of(id)) {
            table.row(number)
                    .filter(row -> !written.containsKey(row.id()))
                    .ifPresent(row -> addChild(found, row, field, id));
        }
        written.values().forEach(row -> {
            if (row.type() == table.type()) {
                addChild(found, row, field, id);
            }
        });
        return found;
    }

    private static void addChild(List<Row> found, Row row, Field field, String id) {
        if (!row.isDeleted() && id.equals(row.value(field.index()))) {
            found.add(row);
        }
    }

    /** What is committed now, seen through what this transaction wrote. */
    public Snapshot snapshot() {
        return store.snapshot(mark());
    }

    public String nextId(ObjectType type) {
        return store.table(type).nextId();
    }

    public long nextCount(Field field) {
        return store.table(field.object()).nextCount(field);
    }

    public void write(Row row) {
        written.put(row.id(), row);
    }

    /** What is written so far, to come back to with {@link #backTo}. */
    public Map<String, Row> mark() {
        return new LinkedHashMap<>(written);
    }

    public void backTo(Map<String, Row> mark) {
        written.clear();
        written.putAll(mark);
    }

    Collection<Row> written() {
        return written.values();
    }

    /** The moment until which {@link #lock} waits, counted from now. */
    public long deadline() {
        return store.locks().deadline();
    }

    /** False when another transaction holds it until the deadline. A lock lasts until the transaction ends. */
    public boolean lock(Object key, long deadline) {
        return store.locks().acquire(key, this, deadline);
    }

    void locked(Object key) {
        locks.add(key);
    }

    /** Makes the rows visible to all, at once. */
    public void commit() {
        store.commit(this);
        written.clear();
    }

    /** Ends the transaction; what was not committed is gone. */
    @Override
    public void close() {
        store.locks().release(locks, this);
    }
}
