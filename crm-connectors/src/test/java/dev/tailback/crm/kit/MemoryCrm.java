package dev.tailback.crm.kit;

import dev.tailback.crm.Change;
import dev.tailback.crm.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A CRM of a few lines, to try the kit itself: records, and a line of everything that happened. */
final class MemoryCrm implements Person {

    static final String OBJECT = "things";

    private final Map<String, Map<String, String>> records = new HashMap<>();
    private final TreeMap<Integer, Change> happened = new TreeMap<>();
    private int last;
    private int schema;

    static Playground playground() {
        return new Playground(
                OBJECT, "name", "text", Optional.of("key"), Map.of(), Optional.of(Map.entry("text", "x".repeat(60))));
    }

    synchronized Optional<SourceRecord> held(String id) {
        return Optional.ofNullable(records.get(id))
                .map(values -> new SourceRecord(
                        OBJECT, id, values, Optional.empty(), Instant.ofEpochSecond(last), Map.of(), Optional.empty()));
    }

    synchronized Optional<String> byKey(String key) {
        return records.entrySet().stream()
                .filter(record -> key.equals(record.getValue().get("key")))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What happened after that. */
    synchronized List<Map.Entry<Integer, Change>> after(int place) {
        return new ArrayList<>(happened.tailMap(place, false).entrySet());
    }

    synchronized int schema() {
        return schema;
    }

    synchronized void changeSchema() {
        schema++;
    }

    @Override
    public synchronized String creates(Map<String, String> values) {
        String id = "r" + (last + 1);
        Map<String, String> all = new HashMap<>(Map.of("name", "", "text", "", "key", ""));
        all.putAll(values);
        records.put(id, all);
        changed(id);
        return id;
    }

    @Override
    public synchronized void edits(String id, Map<String, String> values) {
        Optional.ofNullable(records.get(id)).orElseThrow().putAll(values);
        changed(id);
    }

    private void changed(String id) {
        held(id).ifPresent(record -> happened.put(++last, new Change.Changed(record)));
    }

    @Override
    public synchronized boolean deletes(String id) {
        records.remove(id);
        happened.put(++last, new Change.Deleted(id, Instant.ofEpochSecond(last)));
        return true;
    }

    @Override
    public synchronized boolean merges(String loser, String winner) {
        records.remove(loser);
        happened.put(++last, new Change.Merged(loser, winner, Instant.ofEpochSecond(last)));
        return true;
    }
}
