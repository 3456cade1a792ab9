package dev.tailback.hub.observations;

import dev.tailback.crm.Change;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the CRMs said, in the order in which it is known here. Everything is written in the caller's transaction. */
@Singleton
public class Observations {

    private final ObservationRows rows;

    Observations(ObservationRows rows) {
        this.rows = rows;
    }

    /** Written down, unless it is known, or of an erased record. */
    public void tell(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        if (!record.isErased() && !isKnown(record, change)) {
            append(record, change, origin, askedAt, seenAfter);
        }
    }

    /** Written down before anything is concluded from it; its golden record becomes due. */
    void append(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        rows.considerGolden(record.id());
        write(record, change, origin, askedAt, seenAfter);
    }

    /** The golden record is the caller's to make due. */
    void write(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        change.fold(
                changed -> {
                    writeRecord(record, changed.record(), origin, askedAt, seenAfter);
                    return null;
                },
                deleted -> {
                    writeEnd(record, change, Map.of(), deleted.at(), origin, askedAt);
                    return null;
                },
                merged -> {
                    writeEnd(record, change, Map.of("", merged.into()), merged.at(), origin, askedAt);
                    return null;
                });
    }

    private void writeEnd(
            KnownRecord record, Change change, Map<String, String> values, Instant at, Origin origin, Instant askedAt) {
        rows.append(
                record.id(),
                Observation.kind(change),
                origin,
                TextMap.json(values),
                TextMap.json(Map.of()),
                null,
                at,
                askedAt,
                null);
    }

    /**
     * Whether the CRM said exactly this the last time, and we have not written since. CRMs are asked with an overlap,
     * so most of what they tell is known.
     */
    boolean isKnown(KnownRecord record, Change change) {
        return change.fold(
                changed -> rows.last(record.id())
                        .filter(last -> last.tellsTheSame(changed.record()))
                        .filter(last -> !record.isOlderThanWrite(last.askedAt()))
                        .isPresent(),
                deleted -> record.standing() == Standing.GONE,
                merged -> record.standing() == Standing.MERGED);
    }

    /**
     * The golden record is locked before the record, as where it is considered. Of an erased record PostgreSQL keeps
     * nothing.
     *
     * @param askedAt when the CRM was asked, by the database's clock
     */
    public void appendRecord(
            KnownRecord known, SourceRecord told, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        rows.considerGolden(known.id());
        writeRecord(known, told, origin, askedAt, seenAfter);
    }

    private void writeRecord(
            KnownRecord known, SourceRecord told, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        rows.append(
                known.id(),
                Observation.Kind.CHANGED,
                origin,
                TextMap.json(told.values()),
                TextMap.timesJson(told.valueTimes()),
                told.version().orElse(null),
                told.changedAt(),
                askedAt,
                seenAfter.orElse(null));
    }

    /** In the order in which they came. */
    public List<Observation> unabsorbed(KnownRecord record) {
        return rows.unabsorbed(record.id());
    }

    public void absorbed(Observation observation, String whatBecame) {
        rows.absorbed(observation.id(), whatBecame);
    }
}
