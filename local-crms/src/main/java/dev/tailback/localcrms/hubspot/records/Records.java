package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All records by id, the ids that a merge has made names of another record, and which record has which unique value.
 * Its user sees to it that one thread changes it at a time.
 */
public final class Records {
    private static final long FIRST_ID = 20_000_000_001L;

    private final Map<ObjectType, NavigableMap<Long, CrmRecord>> byId = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Map<Long, Long>> aliases = new EnumMap<>(ObjectType.class);
    private final Map<ObjectType, Map<String, Map<String, Long>>> unique = new EnumMap<>(ObjectType.class);
    private long lastId = FIRST_ID - 1;

    public Records() {
        for (ObjectType type : ObjectType.values()) {
            byId.put(type, new TreeMap<>());
            aliases.put(type, new HashMap<>());
            unique.put(type, new HashMap<>());
        }
    }

    /** All of an object, archived ones too, in the order of their ids. */
    public NavigableMap<Long, CrmRecord> of(ObjectType type) {
        return byId.computeIfAbsent(type, none -> new TreeMap<>());
    }

    /** By its id, or by the id of a record that was merged into it; archived ones too. */
    public Optional<CrmRecord> find(ObjectType type, long id) {
        long real = aliases.getOrDefault(type, Map.of()).getOrDefault(id, id);
        return Optional.ofNullable(of(type).get(real));
    }

    /** The living record with that value of a unique property, in any case. */
    public Optional<CrmRecord> find(ObjectType type, String property, String value) {
        Map<String, Long> ids = unique.getOrDefault(type, Map.of()).getOrDefault(property, Map.of());
        return Optional.ofNullable(ids.get(key(value))).flatMap(id -> find(type, id));
    }

    public boolean isUnique(ObjectType type, String property) {
        return unique.getOrDefault(type, Map.of()).containsKey(property);
    }

    long nextId() {
        return ++lastId;
    }

    /** Puts a record in the place of what it was before. */
    public void put(CrmRecord record) {
        Optional.ofNullable(of(record.type()).get(record.id())).ifPresent(this::forgetValues);
        of(record.type()).put(record.id(), record);
        record.merged()
                .forEach(loser -> aliases.computeIfAbsent(record.type(), none -> new HashMap<>())
                        .put(loser, record.id()));
        lastId = Math.max(lastId, record.id());
        if (!record.isArchived()) {
            unique.getOrDefault(record.type(), Map.of())
                    .forEach((property, ids) ->
                            record.value(property).ifPresent(value -> ids.put(key(value), record.id())));
        }
    }

    /** Takes a record away for good; its id becomes free of any meaning, unless a merge makes it an alias. */
    public void remove(CrmRecord record) {
        forgetValues(record);
        of(record.type()).remove(record.id());
    }

    private void forgetValues(CrmRecord record) {
        unique.getOrDefault(record.type(), Map.of())
                .forEach((property, ids) ->
                        record.value(property).ifPresent(value -> ids.remove(key(value), record.id())));
    }

    /**
     * Keeps the values of a property apart from now on.
     *
     * @throws IllegalArgumentException in a sentence, when two living records have the same value
     */
    public void makeUnique(ObjectType type, String property) {
        Map<String, Long> ids = new HashMap<>();
        for (CrmRecord record : living(type)) {
            record.value(property).ifPresent(value -> {
                Long other = ids.put(key(value), record.id());
                if (other != null) {
                    throw new IllegalArgumentException("The records " + other + " and " + record.id()
                            + " have the same " + property + ", so that it cannot be unique.");
                }
            });
        }
        unique.computeIfAbsent(type, none -> new HashMap<>()).put(property, ids);
    }

    public void makeOrdinary(ObjectType type, String property) {
        unique.getOrDefault(type, Map.of()).remove(property);
    }

    public Collection<CrmRecord> living(ObjectType type) {
        return of(type).values().stream().filter(record -> !record.isArchived()).toList();
    }

    private static String key(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
