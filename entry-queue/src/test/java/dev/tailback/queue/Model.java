package dev.tailback.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The queue as one would write it in plain Java, with nothing taken from the scripts: what waits, what is held, what is
 * delayed. It says what each operation must answer.
 */
final class Model {
    /** A record as the queue keeps it. */
    record Kept(String group, int entry, long version, int attempts, long sequence) {}

    /** Groups in somebody's hands. */
    private record Held(long until, List<Kept> records, List<String> groups) {}

    private record Delayed(long due, Kept record, Optional<String> cause) {
        /** Where no cause is known yet. */
        Delayed becauseOf(Optional<String> other) {
            return new Delayed(due, record, cause.or(() -> other));
        }

        boolean isKept() {
            return due == FOR_EVER;
        }
    }

    private static final int MOST_SKIPPED = 4;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final List<String> ready = new ArrayList<>();
    private final Map<String, Map<Integer, Kept>> dirty = new HashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<Integer, Delayed> delayed = new TreeMap<>();
    private final Map<Integer, Long> newestEver = new HashMap<>();
    private final Map<Integer, Long> settledVersion = new HashMap<>();
    /** Groups on hold that would be ready, with the time since. */
    private final Map<String, Long> aside = new HashMap<>();

    private final Map<String, Long> readySince = new HashMap<>();
    private Holds holds = Holds.NONE;
    private long sequence;
    private long clock;

    /** Every operation happens at this time. */
    void now(long millis) {
        clock = millis;
    }

    /** What is let go: groups to the head, the longest waiting first; kept records are due. */
    void hold(Holds wanted) {
        holds = wanted;
        List<String> letGo = aside.keySet().stream()
                .filter(group -> !wanted.groups().contains(group))
                .sorted(Comparator.comparing((String group) -> aside.get(group))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String group : letGo) {
            readySince.put(group, aside.remove(group));
        }
        ready.addAll(0, letGo);
        delayed.replaceAll(
                (entry, it) -> it.isKept() && !isHeld(it) ? new Delayed(clock, it.record(), it.cause()) : it);
    }

    private boolean isHeld(Delayed it) {
        return it.cause().filter(holds.codes()::contains).isPresent();
    }

    Set<String> aside() {
        return Set.copyOf(aside.keySet());
    }

    private void toTail(String group) {
        if (holds.groups().contains(group)) {
            aside.put(group, clock);
        } else {
            ready.add(group);
            readySince.put(group, clock);
        }
    }

    /** @return whether it was new or newer */
    boolean offer(String group, int entry, long version) {
        sequence++;
        newestEver.merge(entry, version, Math::max);
        if (known(group, entry) >= version) {
            return false;
        }
        delayed.remove(entry);
        wait(new Kept(group, entry, version, 0, sequence));
        return true;
    }

    /** @return whether it was new or newer */
    boolean postpone(String group, int entry, long version, long due, Optional<String> cause) {
        sequence++;
        newestEver.merge(entry, version, Math::max);
        if (known(group, entry) >= version) {
            delayed.computeIfPresent(entry, (id, it) -> it.record().version() == version ? it.becauseOf(cause) : it);
            return false;
        }
        boolean corrects = dirty.getOrDefault(group, Map.of()).containsKey(entry) || flies(entry);
        delayed.remove(entry);
        Kept record = new Kept(group, entry, version, 0, sequence);
        if (corrects) {
            wait(record);
        } else {
            delayed.put(entry, new Delayed(due, record, cause));
        }
        return true;
    }

    /** Empty if there is nothing. The ids of ended leases must be given back first. */
    List<Kept> take(String batch, int limit, long now, long lease) {
        endLeases(now);
        if (held.containsKey(batch)) {
            return held.get(batch).records();
        }
        promote(now);
        List<String> groups = new ArrayList<>();
        List<Kept> records = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        while (records.size() < limit && skipped.size() < MOST_SKIPPED && !ready.isEmpty()) {
            String group = ready.remove(0);
            if (holds.groups().contains(group)) {
                aside.put(group, readySince.get(group));
                continue;
            }
            int size = dirty.get(group).size();
            if (size <= limit - records.size() || records.isEmpty()) {
                groups.add(group);
                records.addAll(takeOldest(group, limit));
            } else {
                skipped.add(group);
            }
        }
        ready.addAll(0, skipped);
        if (!records.isEmpty()) {
            held.put(batch, new Held(now + lease, records, groups));
        }
        return records;
    }

    boolean holds(String batch) {
        return held.containsKey(batch);
    }

    void extend(String batch, long until) {
        Held it = held.get(batch);
        held.put(batch, new Held(until, it.records(), it.groups()));
    }

    /** @param delay 0: to the tail at once */
    void release(String batch, long now, long delay) {
        Held it = held.remove(batch);
        for (Kept record : it.records()) {
            if (delay == 0) {
                keepNewest(record);
            } else if (!isNewerDirty(record)) {
                delayed.put(record.entry(), new Delayed(now + delay, record, Optional.empty()));
            }
        }
        freeAll(it);
    }

    /** @return the kind of outcome for a record that is to be retried */
    OutcomeKind retry(Kept record, long now, long delay, String cause) {
        if (isNewerDirty(record)) {
            return OutcomeKind.SUPERSEDED;
        }
        Kept again =
                new Kept(record.group(), record.entry(), record.version(), record.attempts() + 1, record.sequence());
        if (delay == 0) {
            keepNewest(again);
        } else {
            delayed.put(record.entry(), new Delayed(now + delay, again, Optional.of(cause)));
        }
        return OutcomeKind.RETRYING;
    }

    void settled(Kept record) {
        settledVersion.merge(record.entry(), record.version(), Math::max);
    }

    void end(String batch) {
        freeAll(held.remove(batch));
    }

    /** Every offered entry is still here in its newest version, or was settled in it. */
    List<Integer> lost() {
        return newestEver.keySet().stream()
                .filter(entry -> settledVersion.getOrDefault(entry, 0L) < newestEver.get(entry))
                .toList();
    }

    long waiting() {
        return dirty.values().stream().mapToLong(Map::size).sum();
    }

    long flying() {
        return held.values().stream().mapToLong(it -> it.records().size()).sum();
    }

    long delayedEntries() {
        return delayed.size();
    }

    List<String> ready() {
        return List.copyOf(ready);
    }

    private long known(String group, int entry) {
        long newest = 0;
        Kept waiting = dirty.getOrDefault(group, Map.of()).get(entry);
        newest = waiting == null ? newest : Math.max(newest, waiting.version());
        Delayed later = delayed.get(entry);
        newest = later == null ? newest : Math.max(newest, later.record().version());
        for (Held it : held.values()) {
            for (Kept record : it.records()) {
                newest = record.entry() == entry ? Math.max(newest, record.version()) : newest;
            }
        }
        return newest;
    }

    private boolean flies(int entry) {
        return held.values().stream().flatMap(it -> it.records().stream()).anyMatch(record -> record.entry() == entry);
    }

    private void wait(Kept record) {
        dirty.computeIfAbsent(record.group(), group -> new HashMap<>()).put(record.entry(), record);
        boolean placed = ready.contains(record.group()) || aside.containsKey(record.group());
        if (!placed && !isBusy(record.group())) {
            toTail(record.group());
        }
    }

    // While its group is still held, and so without making it ready.
    private void keepNewest(Kept record) {
        if (!isNewerDirty(record)) {
            dirty.computeIfAbsent(record.group(), group -> new HashMap<>()).put(record.entry(), record);
        }
    }

    private boolean isNewerDirty(Kept record) {
        Kept waiting = dirty.getOrDefault(record.group(), Map.of()).get(record.entry());
        return waiting != null && waiting.version() >= record.version();
    }

    private boolean isBusy(String group) {
        return held.values().stream().anyMatch(it -> it.groups().contains(group));
    }

    private List<Kept> takeOldest(String group, int limit) {
        Map<Integer, Kept> waiting = dirty.get(group);
        List<Kept> oldest = waiting.values().stream()
                .sorted(Comparator.comparingLong(Kept::sequence))
                .limit(limit)
                .toList();
        oldest.forEach(record -> waiting.remove(record.entry()));
        if (waiting.isEmpty()) {
            dirty.remove(group);
        }
        return oldest;
    }

    private void endLeases(long now) {
        held.entrySet().stream()
                .filter(it -> it.getValue().until() <= now)
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Held> it) -> it.getValue().until())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(batch -> release(batch, now, 0));
    }

    void endAllLeases(long now) {
        List.copyOf(held.keySet()).forEach(batch -> release(batch, now, 0));
    }

    void delayUntil(long due) {
        delayed.replaceAll((entry, it) -> new Delayed(due, it.record(), it.cause()));
    }

    /** The list of ready groups was lost: each is placed anew. */
    void placeReadyAgain() {
        List<String> lost = List.copyOf(ready);
        ready.clear();
        lost.forEach(this::toTail);
    }

    void placeAsideAgain() {
        aside.replaceAll((group, since) -> clock);
    }

    void forgetCauses() {
        delayed.replaceAll((entry, it) -> new Delayed(it.isKept() ? clock : it.due(), it.record(), Optional.empty()));
    }

    /** After a loss nothing tells in which order groups became ready: any will do. */
    void readyInAnOrderOf(List<String> found) {
        if (Set.copyOf(found).equals(Set.copyOf(ready)) && found.size() == ready.size()) {
            ready.clear();
            ready.addAll(found);
        }
    }

    private void promote(long now) {
        List<Delayed> due = delayed.values().stream()
                .filter(it -> it.due() <= now)
                .sorted(Comparator.comparingLong(Delayed::due)
                        .thenComparing(it -> Fixture.id(it.record().entry()).toString()))
                .toList();
        for (Delayed it : due) {
            if (isHeld(it)) {
                delayed.put(it.record().entry(), new Delayed(FOR_EVER, it.record(), it.cause()));
            } else {
                delayed.remove(it.record().entry());
                wait(it.record());
            }
        }
    }

    private void freeAll(Held it) {
        for (String group : it.groups()) {
            if (dirty.containsKey(group)) {
                toTail(group);
            }
        }
    }
}
