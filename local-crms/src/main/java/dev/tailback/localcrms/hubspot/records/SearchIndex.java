package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a search sees: new and changed records come into it after a delay, archived ones leave at once. Its user sees to
 * it that one thread uses it at a time.
 */
public final class SearchIndex {
    private final Records records;
    private final Map<ObjectType, NavigableMap<Long, CrmRecord>> seen = new EnumMap<>(ObjectType.class);
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private final LongSupplier machineNow;
    private long delayMs;
    private volatile boolean stuck;

    private record Waiting(ObjectType type, long changedAt) {}

    public SearchIndex(Records records, long delayMs, LongSupplier machineNow) {
        this.records = records;
        this.delayMs = delayMs;
        this.machineNow = machineNow;
        for (ObjectType type : ObjectType.values()) {
            seen.put(type, new TreeMap<>());
        }
    }

    public void delay(long otherMs) {
        delayMs = otherMs;
    }

    public long delayMs() {
        return delayMs;
    }

    /** @param still nothing new comes in until this is false again */
    public void stuck(boolean still) {
        stuck = still;
    }

    void changed(CrmRecord record) {
        if (record.isArchived()) {
            left(record);
        } else if (delayMs == 0 && !stuck) {
            waiting.remove(record.id());
            of(record.type()).put(record.id(), record);
        } else {
            waiting.putIfAbsent(record.id(), new Waiting(record.type(), machineNow.getAsLong()));
        }
    }

    void left(CrmRecord record) {
        waiting.remove(record.id());
        of(record.type()).remove(record.id());
    }

    /** Everything that is kept, at once: the state of an account that has rested. */
    public void fill() {
        waiting.clear();
        for (ObjectType type : ObjectType.values()) {
            of(type).clear();
            records.living(type).forEach(record -> of(type).put(record.id(), record));
        }
    }

    /** Takes in what has waited long enough. */
    public void refresh() {
        long now = machineNow.getAsLong();
        Iterator<Map.Entry<Long, Waiting>> due = waiting.entrySet().iterator();
        while (!stuck && due.hasNext()) {
            Map.Entry<Long, Waiting> next = due.next();
            if (next.getValue().changedAt() + delayMs > now) {
                break;
            }
            current(next.getValue().type(), next.getKey())
                    .ifPresent(record -> of(record.type()).put(record.id(), record));
            due.remove();
        }
    }

    private Optional<CrmRecord> current(ObjectType type, long id) {
        return records.find(type, id).filter(record -> record.id() == id && !record.isArchived());
    }

    /** What a search finds, by id. */
    public NavigableMap<Long, CrmRecord> of(ObjectType type) {
        return seen.computeIfAbsent(type, none -> new TreeMap<>());
    }
}
