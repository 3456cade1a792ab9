package dev.tailback.hub.simulation;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.mapping.schema.OrgSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A CRM that does what real ones do: stores values in its own form, has a wrong clock, tells records twice, loses answers
 * before and after it has written, and lets people edit at any moment, also between a question and its answer.
 */
public final class SimulatedCrm implements Connector {

    private static final int OVERLAP = 3;

    private final Habits habits;
    private final Map<String, Stored> records = new TreeMap<>();
    private long sequence;
    private final Set<String> untold = new HashSet<>();
    private final Set<String> typed = new HashSet<>();
    private final Map<String, String> knownToHub = new HashMap<>();
    private long writes;
    private long made;
    private long overwritten;
    private Faults faults = Faults.NONE;
    private Runnable meanwhile = () -> {};

    public SimulatedCrm(Habits habits) {
        this.habits = habits;
    }

    private record Stored(TreeMap<String, String> values, long sequence, Instant changedAt, boolean isGone) {}

    public synchronized void clear() {
        records.clear();
        untold.clear();
        typed.clear();
        knownToHub.clear();
        writes = 0;
        made = 0;
        overwritten = 0;
        faults = Faults.NONE;
    }

    public synchronized void faults(Faults next) {
        faults = next;
    }

    /** What happens once before the next page of changes arrives: what it tells is as old as the question. */
    public synchronized void meanwhile(Runnable next) {
        meanwhile = next;
    }

    private void arrives() {
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
    }

    /** How many records were written by the hub. */
    public synchronized long writes() {
        return writes;
    }

    /** How often the hub replaced what a person had typed and the hub had never been told. */
    public synchronized long overwritten() {
        return overwritten;
    }

    /** Whether a person ever gave the field this value, in the form in which this CRM stores it. */
    public synchronized boolean wasTyped(String id, String field, String value) {
        return typed.contains(id + " " + field + " " + value);
    }

    public Habits habits() {
        return habits;
    }

    public synchronized Map<String, String> values(String id) {
        return Map.copyOf(records.get(id).values());
    }

    /** Of those that are there. */
    public synchronized List<String> ids() {
        return records.entrySet().stream()
                .filter(record -> !record.getValue().isGone())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Not there when nobody ever made it. */
    public synchronized Optional<Map<String, String>> find(String id) {
        return records.containsKey(id) ? Optional.of(values(id)) : Optional.empty();
    }

    /** As a person does. */
    public synchronized void edit(String id, Map<String, String> values) {
        Map<String, String> before = records.containsKey(id) ? values(id) : Map.of();
        put(id, values);
        values.keySet()
                .forEach(field ->
                        typed.add(id + " " + field + " " + values(id).get(field).strip()));
        values.keySet().stream()
                .filter(field -> !values(id).get(field).equals(before.get(field)))
                .forEach(field -> untold.add(id + " " + field));
    }

    public synchronized void delete(String id) {
        Stored before = records.get(id);
        records.put(id, new Stored(before.values(), ++sequence, now(), true));
    }

    private void put(String id, Map<String, String> values) {
        TreeMap<String, String> all = new TreeMap<>(
                Optional.ofNullable(records.get(id)).map(Stored::values).orElse(new TreeMap<>()));
        values.forEach((field, value) -> all.put(field, habits.form().apply(value)));
        if (records.containsKey(id) && records.get(id).values().equals(all)) {
            return;
        }
        records.put(id, new Stored(all, ++sequence, now(), false));
    }

    private Instant now() {
        return Instant.now().plus(habits.skew()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Answer<Identity> authenticate() {
        return new Answer.Given<>(new Identity("simulated", "hub", List.of()));
    }

    @Override
    public Answer<Described> schema() {
        return new Answer.Given<>(new Described(new OrgSchema(List.of()), "1"));
    }

    @Override
    public synchronized Answer<ChangePage> changes(ChangesAsked asked) {
        if (faults.isDown()) {
            return down();
        }
        long since = asked.since().map(Cursor::text).map(Long::parseLong).orElse(0L);
        List<Map.Entry<String, Stored>> changed = records.entrySet().stream()
                .filter(record -> record.getValue().sequence() > since - OVERLAP)
                .sorted((a, b) ->
                        Long.compare(a.getValue().sequence(), b.getValue().sequence()))
                .limit(asked.most())
                .toList();
        long next = changed.stream()
                .mapToLong(record -> record.getValue().sequence())
                .max()
                .orElse(since);
        List<Change> changes = changed.stream()
                .map(record -> change(asked.object(), record, asked.fields()))
                .toList();
        boolean isLast = changed.size() < asked.most() || next <= since;
        arrives();
        return new Answer.Given<>(
                new ChangePage(changes, new Cursor(Long.toString(Math.max(since, next))), isLast, Optional.empty()));
    }

    private Change change(String object, Map.Entry<String, Stored> record, List<String> fields) {
        Stored stored = record.getValue();
        return stored.isGone()
                ? new Change.Deleted(record.getKey(), stored.changedAt())
                : new Change.Changed(told(object, record.getKey(), stored, fields));
    }

    private SourceRecord told(String object, String id, Stored stored, List<String> fields) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach(field -> values.put(field, stored.values().getOrDefault(field, "")));
        fields.forEach(field -> {
            untold.remove(id + " " + field);
            knownToHub.put(id + " " + field, values.get(field));
        });
        return new SourceRecord(object, id, values, Optional.empty(), stored.changedAt(), Map.of(), Optional.empty());
    }

    @Override
    public synchronized Answer<List<SourceRecord>> read(RecordsAsked asked) {
        if (faults.isDown()) {
            return down();
        }
        return new Answer.Given<>(asked.ids().stream()
                .filter(id -> records.containsKey(id) && !records.get(id).isGone())
                .map(id -> told(asked.object(), id, records.get(id), asked.fields()))
                .toList());
    }

    @Override
    public synchronized Answer<List<Written>> write(String object, List<Write> asked) {
        if (faults.isDown()) {
            return down();
        }
        List<Written> written = new ArrayList<>();
        asked.forEach(write -> written.add(write.fold(
                create -> new Written.Refused("NOT_HERE", "Records are not created here.", Optional.empty(), false),
                update -> update(object, update),
                upsert -> upsert(upsert))));
        return new Answer.Given<>(written);
    }

    /** A key is unique, also among the records in the bin; a deleted one is not found by it. */
    private Written upsert(Write.Upsert upsert) {
        if (faults.isRefused()) {
            return new Written.Refused("ROW_LOCKED", "Somebody else has it.", Optional.empty(), true);
        }
        if (faults.isLostBefore()) {
            return new Written.Unknown("The connection broke.");
        }
        Optional<String> there = withKey(upsert);
        String id = there.orElseGet(() -> "N" + (++made));
        writes++;
        TreeMap<String, String> values = new TreeMap<>(upsert.values());
        values.put(upsert.keyField(), upsert.key());
        overwritten += there.stream()
                .flatMap(known -> upsert.values().keySet().stream())
                .filter(field -> untold.remove(id + " " + field))
                .filter(field -> !isKnown(id, field))
                .count();
        put(id, values);
        values.keySet()
                .forEach(field -> knownToHub.put(id + " " + field, values(id).get(field)));
        if (faults.isLostAfter()) {
            return new Written.Unknown("The connection broke.");
        }
        return new Written.Accepted(id, there.isEmpty(), habits.tellsStored() ? stored(id, upsert) : Map.of());
    }

    private Optional<String> withKey(Write.Upsert upsert) {
        return records.entrySet().stream()
                .filter(record -> !record.getValue().isGone())
                .filter(record ->
                        upsert.key().equalsIgnoreCase(record.getValue().values().get(upsert.keyField())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Written update(String object, Write.Update update) {
        if (faults.isRefused()) {
            return new Written.Refused("ROW_LOCKED", "Somebody else has it.", Optional.empty(), true);
        }
        if (faults.isLostBefore()) {
            return new Written.Unknown("The connection broke.");
        }
        Stored stored = records.get(update.id());
        if (stored == null || stored.isGone()) {
            return new Written.Gone();
        }
        boolean isBelieved = update.believed().entrySet().stream()
                .allMatch(field ->
                        stored.values().getOrDefault(field.getKey(), "").equals(field.getValue()));
        if (!isBelieved && !habits.isBlind()) {
            return new Written.Conflict(told(
                    object,
                    update.id(),
                    stored,
                    stored.values().keySet().stream().toList()));
        }
        writes++;
        overwritten += update.values().keySet().stream()
                .filter(field -> untold.remove(update.id() + " " + field))
                .filter(field -> !isKnown(update.id(), field))
                .count();
        put(update.id(), update.values());
        update.values()
                .keySet()
                .forEach(field -> knownToHub.put(
                        update.id() + " " + field, values(update.id()).get(field)));
        if (faults.isLostAfter()) {
            return new Written.Unknown("The connection broke.");
        }
        return new Written.Accepted(update.id(), false, habits.tellsStored() ? stored(update.id(), update) : Map.of());
    }

    /** A person who types back what the hub has read before leaves nothing that could be lost. */
    private boolean isKnown(String id, String field) {
        return values(id).getOrDefault(field, "").equals(knownToHub.get(id + " " + field));
    }

    private Map<String, String> stored(String id, Write write) {
        Map<String, String> values = new TreeMap<>(records.get(id).values());
        values.keySet().retainAll(write.values().keySet());
        return values;
    }

    private static <T> Answer<T> down() {
        return new Answer.Unavailable<>("DOWN", "It is down.", Optional.empty());
    }

    @Override
    public int mostWrites() {
        return habits.mostWrites();
    }

    @Override
    public Allowance allowance() {
        return Allowance.UNTOLD;
    }

    @Override
    public void close() {
        clear();
    }

    /** What fails next, by chance. */
    public record Faults(Random random, double often) {

        static final Faults NONE = new Faults(new Random(0), 0);

        boolean isDown() {
            return random.nextDouble() < often;
        }

        boolean isRefused() {
            return random.nextDouble() < often;
        }

        boolean isLostBefore() {
            return random.nextDouble() < often;
        }

        boolean isLostAfter() {
            return random.nextDouble() < often;
        }
    }
}
