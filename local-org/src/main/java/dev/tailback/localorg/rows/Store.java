package dev.tailback.localorg.rows;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * All rows of the org. Commits are numbered; a row keeps the version before it as long as a reader may still need it.
 */
public final class Store {

    private record Superseded(long version, Row row) {}

    private final Schema schema;
    private final Locks locks;
    private CommitLog log = new MemoryOnly();
    private final Map<String, Table> byName = new HashMap<>();
    private final Map<String, Table> byPrefix = new HashMap<>();
    private final Set<Snapshot> open = new HashSet<>();
    private final Deque<Superseded> superseded = new ArrayDeque<>();
    private long version;

    public Store(Schema schema, Locks locks) {
        this.schema = schema;
        this.locks = locks;
        createTables();
    }

    /** From now on the log is told of every commit before anyone sees it. */
    public synchronized void logTo(CommitLog other) {
        log = other;
    }

    private void createTables() {
        for (ObjectType type : schema.objects()) {
            Table table = new Table(type);
            byName.put(type.name(), table);
            byPrefix.put(type.keyPrefix(), table);
        }
    }

    Locks locks() {
        return locks;
    }

    Table table(ObjectType type) {
        return table(type.name());
    }

    Table table(String object) {
        return Optional.ofNullable(byName.get(object)).orElseThrow();
    }

    /** The table whose ids begin like this one; empty when there is none. */
    Optional<Table> tableOf(String id) {
        return id.length() < 15 ? Optional.empty() : Optional.ofNullable(byPrefix.get(id.substring(0, 3)));
    }

    /** Auto-numbers go on behind this one. */
    public void countedTo(Field field, long number) {
        table(field.object()).countedTo(field, number);
    }

    /**
     * Ids and auto-numbers go on where another store left off.
     *
     * @param namesNow of an object (first argument) what a field of that name (second) is called now
     */
    public void goOnFrom(Store before, BinaryOperator<String> namesNow) {
        byName.forEach((object, table) -> Optional.ofNullable(before.byName.get(object))
                .ifPresent(old -> table.goOnFrom(old, name -> namesNow.apply(object, name))));
    }

    public Transaction begin() {
        return new Transaction(this);
    }

    public Snapshot snapshot() {
        return snapshot(Map.of());
    }

    synchronized Snapshot snapshot(Map<String, Row> own) {
        Snapshot snapshot = new Snapshot(this, version, own);
        open.add(snapshot);
        return snapshot;
    }

    synchronized void closed(Snapshot snapshot) {
        open.remove(snapshot);
        forget();
    }

    synchronized void commit(Transaction transaction) {
        if (transaction.written().isEmpty()) {
            return;
        }
        log.committed(transaction.written());
        version++;
        transaction.written().forEach(this::put);
        forget();
    }

    private void put(Row row) {
        Table table = table(row.type());
        Optional<Row> before = table.row(row.id());
        row.committed(version, before);
        before.ifPresent(old -> superseded.add(new Superseded(version, row)));
        table.put(row, before);
    }

    /** Lets go of old versions no reader can ask for any more. */
    private void forget() {
        long oldest = open.stream().mapToLong(Snapshot::version).min().orElse(version);
        while (!superseded.isEmpty() && superseded.peek().version() <= oldest) {
            superseded.poll().row().forgetPrevious();
        }
    }
}
