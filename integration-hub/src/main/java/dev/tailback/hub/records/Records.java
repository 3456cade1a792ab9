package dev.tailback.hub.records;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The records of the CRMs. What changes one is written in the caller's transaction.
 *
 * <p>A record is taken before a call to its CRM that reads or writes it alone. While it is taken, what was observed of
 * it is not used: it may be older than the call, or newer, and nobody could tell.
 */
@Singleton
public class Records {

    /** Longer than any call runs. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final RecordRows rows;

    Records(RecordRows rows) {
        this.rows = rows;
    }

    /** The record, which is written down when it has not been heard of before. */
    public KnownRecord known(String crm, String object, String recordId, String entity) {
        return rows.find(crm, object, recordId)
                .orElseGet(() -> Optional.ofNullable(
                                known(crm, object, List.of(recordId), entity).get(recordId))
                        .orElseThrow());
    }

    /** By their CRM's ids. */
    public Map<String, KnownRecord> known(String crm, String object, List<String> recordIds, String entity) {
        Map<String, KnownRecord> known = found(crm, object, recordIds);
        List<String> unheard =
                recordIds.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unheard.isEmpty()) {
            rows.append(crm, object, unheard.toArray(String[]::new), entity);
            known.putAll(found(crm, object, unheard));
        }
        return known;
    }

    private Map<String, KnownRecord> found(String crm, String object, List<String> recordIds) {
        Map<String, KnownRecord> found = new HashMap<>();
        rows.find(crm, object, recordIds.toArray(String[]::new))
                .forEach(record -> found.put(record.recordId(), record));
        return found;
    }

    public Optional<KnownRecord> find(long id) {
        return rows.find(id);
    }

    /** By its CRM's id, whichever object of the entity it is. */
    public Optional<KnownRecord> find(String crm, String entity, String recordId) {
        return rows.findOfEntity(crm, entity, recordId);
    }

    public Optional<KnownRecord> findExactly(String crm, String object, String recordId) {
        return rows.find(crm, object, recordId);
    }

    public List<KnownRecord> of(UUID golden) {
        return of(List.of(golden));
    }

    /** In the order of their ids. */
    public List<KnownRecord> of(Collection<UUID> goldens) {
        return goldens.isEmpty() ? List.of() : rows.ofGoldens(RowsJson.ids(goldens));
    }

    /** Nobody else changes these records until the transaction ends. */
    public List<KnownRecord> lock(UUID golden) {
        return lock(List.of(golden));
    }

    public List<KnownRecord> lock(Collection<UUID> goldens) {
        return rows.lockOfGoldens(RowsJson.ids(goldens));
    }

    public Optional<KnownRecord> lockUnmatched() {
        return rows.lockUnmatched();
    }

    /** Of one entity, in the order of their ids. */
    public List<KnownRecord> lockUnmatched(String entity, int limit) {
        return rows.lockUnmatched(entity, limit);
    }

    /** As they are now, in the order of their ids. */
    public List<KnownRecord> find(List<KnownRecord> records) {
        return rows.findAll(numbers(records));
    }

    /** Nobody meets it until the transaction ends. @return whether it stands for nothing yet */
    public boolean lockIfUnmatched(KnownRecord record) {
        return !lockIfUnmatched(List.of(record)).isEmpty();
    }

    /** The same of many. @return the ids of those that stand for nothing yet */
    public Set<Long> lockIfUnmatched(Collection<KnownRecord> records) {
        return Set.copyOf(rows.lockIfUnmatched(numbers(List.copyOf(records))));
    }

    /** Nothing more is kept about it, though its CRM holds it. */
    public void erased(KnownRecord record) {
        rows.erased(record.id());
    }

    /** Until it is given back, or whoever took it has died. @return whether it is ours */
    public boolean take(KnownRecord record) {
        return rows.take(numbers(List.of(record)), (int) LEASE.toSeconds()) == 1;
    }

    /** The same, of records that the caller has locked and that are in nobody's hands. @return them as they are now */
    public List<KnownRecord> takeLocked(List<Long> ids) {
        String[] numbers = RowsJson.numbers(ids);
        rows.take(numbers, (int) LEASE.toSeconds());
        return rows.findAll(numbers);
    }

    public void giveBack(KnownRecord record) {
        giveBack(record, false);
    }

    /** @param mustBeReread whether it is still to be read alone */
    public void giveBack(KnownRecord record, boolean mustBeReread) {
        rows.giveBack(record.id(), mustBeReread);
    }

    public void written(KnownRecord record) {
        written(List.of(record));
    }

    public void written(List<KnownRecord> records) {
        rows.written(numbers(records));
    }

    /** Those that are in nobody's hands. */
    public List<KnownRecord> free(Collection<KnownRecord> records) {
        if (records.stream().noneMatch(KnownRecord::isTaken)) {
            return List.copyOf(records);
        }
        Instant now = rows.now();
        return records.stream().filter(record -> !record.isBusy(now)).toList();
    }

    public void mustBeReread(KnownRecord record) {
        mustBeReread(List.of(record));
    }

    public void mustBeReread(List<KnownRecord> records) {
        if (!records.isEmpty()) {
            rows.reread(numbers(records));
        }
    }

    private static String[] numbers(List<KnownRecord> records) {
        return RowsJson.numbers(records.stream().map(KnownRecord::id).toList());
    }

    public List<KnownRecord> toReread(int limit) {
        return rows.toReread(limit);
    }

    /** What their CRMs told of them last. */
    public void told(List<Told> told) {
        if (!told.isEmpty()) {
            rows.told(RowsJson.of(told, Told::write));
        }
    }

    /** Ends what it stood for before. */
    public void standsFor(KnownRecord record, UUID golden, String reason) {
        standsFor(List.of(new StandsFor(record, golden, reason)));
    }

    public void standsFor(List<StandsFor> stands) {
        String all = RowsJson.of(stands, StandsFor::write);
        Instant now = rows.now();
        rows.endReferences(numbers(stands.stream().map(StandsFor::record).toList()), now);
        rows.beginReferences(all, now);
        rows.standsFor(all);
    }

    /** It is met again. */
    public void standsForNothing(KnownRecord record) {
        rows.endReferences(numbers(List.of(record)), rows.now());
        rows.standsForNothing(record.id());
    }

    /** Whether nothing may be kept about it; that stays so until the transaction ends. */
    public boolean isErased(KnownRecord record) {
        return unerased(List.of(record)).isEmpty();
    }

    /** As they are now, those about which something may be kept; that stays so until the transaction ends. */
    public List<KnownRecord> unerased(List<KnownRecord> records) {
        return rows.holdBackErasure(numbers(records)).stream()
                .filter(record -> !record.isErased())
                .toList();
    }

    /** By the database's clock. */
    public Instant now() {
        return rows.now();
    }
}
