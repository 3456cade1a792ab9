package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.Switches;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Locks what a save touches until its transaction ends: all masters up to the top, then the rows, then the unique
 * values. Masters come before details and rows of one object in the order of their ids, which avoids
 * deadlocks between saves. After the wait, records that touch a row that is still held fail, and the others go on.
 */
final class LockRows {

    /** A value of a unique field that is being taken. */
    private record UniqueValue(String field, Object value) {}

    private final Schema schema;
    private final BusyRows busy;
    private final Switches switches;

    LockRows(Schema schema, Circumstances circumstances) {
        this.schema = schema;
        this.busy = circumstances.busy();
        this.switches = circumstances.switches();
    }

    void lock(Transaction transaction, Collection<Item> items) {
        Map<Item, Set<String>> touched = new HashMap<>();
        items.forEach(item -> touched.put(item, touched(item, transaction)));
        Set<String> held = heldByOthers(transaction, touched.values());
        if (!held.isEmpty() && switches.is(Switch.LOCKED_ROW_FAILS, "run")) {
            items.forEach(item -> item.fail(rowBusy(List.copyOf(held))));
        }
        items.stream()
                .filter(item -> !item.failed())
                .forEach(item -> refuse(item, touched.getOrDefault(item, Set.of()), held));
        lockValues(transaction, items);
    }

    /** Locks rows that are about to be deleted with their masters; the ids that stayed out of reach. */
    Set<String> lockRows(Transaction transaction, Collection<String> ids) {
        Set<String> all = new LinkedHashSet<>();
        ids.forEach(id -> addWithMasters(id, transaction, all));
        return heldByOthers(transaction, List.of(all));
    }

    private Set<String> touched(Item item, Transaction transaction) {
        Set<String> ids = new LinkedHashSet<>();
        for (Field master : item.type().masters()) {
            Object id = item.given(master);
            if (id != null) {
                addWithMasters((String) id, transaction, ids);
            }
        }
        if (!item.isCreated()) {
            addWithMasters(item.id(), transaction, ids);
        }
        return ids;
    }

    private void addWithMasters(String id, Transaction transaction, Set<String> ids) {
        Optional<Row> row = transaction.find(id);
        if (row.isEmpty() || !ids.add(id)) {
            return;
        }
        for (Field master : row.get().type().masters()) {
            Object above = row.get().value(master.index());
            if (above != null) {
                addWithMasters((String) above, transaction, ids);
            }
        }
    }

    private Set<String> heldByOthers(Transaction transaction, Collection<Set<String>> touched) {
        Map<Integer, Set<String>> byDepth = new TreeMap<>();
        touched.forEach(ids -> ids.forEach(id ->
                byDepth.computeIfAbsent(depth(id), none -> new HashSet<>()).add(id)));
        long deadline = transaction.deadline();
        Set<String> held = new HashSet<>(
                busy.among(byDepth.values().stream().flatMap(Set::stream).toList()));
        byDepth.values()
                .forEach(ids -> ids.stream().sorted().forEach(id -> {
                    if (!held.contains(id) && !transaction.lock(id, deadline)) {
                        held.add(id);
                    }
                }));
        return held;
    }

    private int depth(String id) {
        return schema.objectOf(id).map(this::depth).orElse(0);
    }

    private int depth(ObjectType type) {
        return type.masters().stream()
                .flatMap(master -> master.reference().orElseThrow().targets().stream())
                .mapToInt(target -> target.equals(type.name()) ? 0 : 1 + depth(schema.known(target)))
                .max()
                .orElse(0);
    }

    private static void refuse(Item item, Set<String> touched, Set<String> held) {
        List<String> blocking = touched.stream().filter(held::contains).toList();
        if (!blocking.isEmpty()) {
            item.fail(rowBusy(blocking));
        }
    }

    static SaveError rowBusy(List<String> ids) {
        return new SaveError(
                "UNABLE_TO_LOCK_ROW",
                "unable to obtain exclusive access to this record or " + ids.size() + " records: "
                        + String.join(",", ids.stream().map(Ids::brief).toList()));
    }

    private void lockValues(Transaction transaction, Collection<Item> items) {
        Map<String, UniqueValue> values = new TreeMap<>(Comparator.naturalOrder());
        for (Item item : items) {
            for (Field field : item.type().keys()) {
                Object value = item.given(field);
                if (field.constraints().unique() && value != null && !item.failed()) {
                    String folded = value.toString().toLowerCase(Locale.ROOT);
                    values.put(field.path() + folded, new UniqueValue(field.path(), folded));
                }
            }
        }
        long deadline = transaction.deadline();
        values.values().forEach(value -> transaction.lock(value, deadline));
    }
}
