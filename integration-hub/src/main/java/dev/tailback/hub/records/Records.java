package dev.tailback.hub.records;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        return rows.find(crm, object, recordId).orElseGet(() -> {
            rows.append(crm, object, recordId, entity);
            return rows.find(crm, object, recordId).orElseThrow();
        });
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
        return rows.ofGolden(golden);
    }

    /** Nobody else changes these records until the transaction ends. */
    public List<KnownRecord> lock(UUID golden) {
        return rows.lockOfGolden(golden);
    }

    public Optional<KnownRecord> lockUnmatched() {
        return rows.lockUnmatched();
    }

    /** Nobody meets it until the transaction ends. @return whether it stands for nothing yet */
    public boolean lockIfUnmatched(KnownRecord record) {
        return rows.lockIfUnmatched(record.id()).isPresent();
    }

    /** Nothing more is kept about it, though its CRM holds it. */
    public void erased(KnownRecord record) {
        rows.erased(record.id());
    }

    /** Until it is given back, or whoever took it has died. @return whether it is ours */
    public boolean take(KnownRecord record) {
        return rows.take(record.id(), (int) LEASE.toSeconds()) == 1;
    }

    public void giveBack(KnownRecord record) {
        giveBack(record, false);
    }

    /** @param mustBeReread whether it is still to be read alone */
    public void giveBack(KnownRecord record, boolean mustBeReread) {
        rows.giveBack(record.id(), mustBeReread);
    }

    public void written(KnownRecord record) {
        rows.written(record.id());
    }

    public boolean isBusy(KnownRecord record) {
        return record.isTaken() && record.isBusy(rows.now());
    }

    public void mustBeReread(KnownRecord record) {
        rows.reread(record.id(), true);
    }

    public List<KnownRecord> toReread(int limit) {
        return rows.toReread(limit);
    }

    /** @param mergedInto empty unless it is merged */
    public void told(KnownRecord record, Standing standing, Optional<String> mergedInto, Optional<String> version) {
        rows.told(record.id(), standing, mergedInto.orElse(null), version.orElse(null));
    }

    /** Ends what it stood for before. */
    public void standsFor(KnownRecord record, UUID golden, String reason) {
        Instant now = rows.now();
        rows.endReference(record.id(), now);
        rows.beginReference(golden, record.id(), now, reason);
        rows.standsFor(record.id(), golden);
    }

    /** It is met again. */
    public void standsForNothing(KnownRecord record) {
        rows.endReference(record.id(), rows.now());
        rows.standsForNothing(record.id());
    }

    /** Whether nothing may be kept about it; that stays so until the transaction ends. */
    public boolean isErased(KnownRecord record) {
        return rows.holdBackErasure(record.id()).filter(KnownRecord::isErased).isPresent();
    }

    /** By the database's clock. */
    public Instant now() {
        return rows.now();
    }
}
