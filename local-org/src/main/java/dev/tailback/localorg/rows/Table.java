package dev.tailback.localorg.rows;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Origin;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The committed rows of one object. A row's id holds its number, so finding it is an array access. Only the committing
 * thread changes a table; anyone reads at any time.
 */
public final class Table {
    private static final int CHUNK = 4096;

    private final ObjectType type;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
    private final KeyIndex[] keys;
    private final ChildIndex[] children;
    private volatile AtomicReferenceArray<Row>[] chunks = newChunks(1);

    Table(ObjectType type) {
        this.type = type;
        this.keys = new KeyIndex[type.fields().size()];
        this.children = new ChildIndex[type.fields().size()];
        type.keys().stream()
                .filter(field -> field.index() > 0)
                .forEach(field -> keys[field.index()] = new KeyIndex(field));
        type.fields().stream()
                .filter(field -> field.reference().isPresent() && !field.name().endsWith("ById"))
                .forEach(field -> children[field.index()] = new ChildIndex());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no generic array creation
    private static AtomicReferenceArray<Row>[] newChunks(int count) {
        return new AtomicReferenceArray[count];
    }

    public ObjectType type() {
        return type;
    }

    String nextId() {
        return Ids.of(type.keyPrefix(), lastNumber.incrementAndGet());
    }

    /** The next value of an auto-number field. */
    long nextCount(Field field) {
        Origin.AutoNumber origin = (Origin.AutoNumber) field.origin();
        return counters.computeIfAbsent(field.name(), none -> new AtomicLong(origin.first()))
                .getAndIncrement();
    }

    void countedTo(Field field, long value) {
        counters.computeIfAbsent(field.name(), none -> new AtomicLong()).accumulateAndGet(value + 1, Math::max);
    }

    /** Ids and auto-numbers go on where the same object left off under another schema. */
    void goOnFrom(Table before, UnaryOperator<String> nameNow) {
        lastNumber.accumulateAndGet(before.lastNumber(), Math::max);
        before.counters.forEach((name, next) -> counters.put(nameNow.apply(name), new AtomicLong(next.get())));
    }

    Optional<Row> row(String id) {
        return row(Ids.number(id));
    }

    Optional<Row> row(int number) {
        AtomicReferenceArray<Row>[] all = chunks;
        if (number < 0 || number / CHUNK >= all.length || all[number / CHUNK] == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(all[number / CHUNK].get(number % CHUNK));
    }

    int lastNumber() {
        return lastNumber.get();
    }

    KeyIndex keyIndex(Field field) {
        return keys[field.index()];
    }

    ChildIndex childIndex(Field field) {
        return children[field.index()];
    }

    /** Puts a row in its place; the caller holds the store's commit lock. */
    void put(Row row, Optional<Row> before) {
        int number = Ids.number(row.id());
        lastNumber.accumulateAndGet(number, Math::max);
        chunk(number).set(number % CHUNK, row);
        Optional<Row> live = Optional.of(row).filter(Table::isLive);
        Optional<Row> liveBefore = before.filter(Table::isLive);
        for (int index = 0; index < keys.length; index++) {
            if (keys[index] != null) {
                keys[index].moved(number, value(liveBefore, index), value(live, index));
            }
            if (children[index] != null) {
                children[index].moved(number, value(before, index), row.value(index));
            }
        }
    }

    private static boolean isLive(Row row) {
        return !row.isDeleted();
    }

    /** A row that is not there has blank values. */
    private static @Nullable Object value(Optional<Row> row, int index) {
        return row.isEmpty() ? null : row.get().value(index);
    }

    private AtomicReferenceArray<Row> chunk(int number) {
        int wanted = number / CHUNK;
        if (wanted >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(wanted + 1, chunks.length * 2));
        }
        if (chunks[wanted] == null) {
            AtomicReferenceArray<Row>[] grown = chunks.clone();
            grown[wanted] = new AtomicReferenceArray<>(CHUNK);
            chunks = grown;
        }
        return chunks[wanted];
    }
}
