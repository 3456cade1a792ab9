package dev.tailback.hub.observations;

import dev.tailback.crm.Change;
import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the CRMs said, in the order in which it is known here. Everything is written in the caller's transaction. */
@Singleton
public class Observations {

    private final ObservationRows rows;

    Observations(ObservationRows rows) {
        this.rows = rows;
    }

    /** Written down, unless it is known, or of an erased record. */
    public void tell(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        Optional<Observation> last = Optional.ofNullable(last(List.of(record)).get(record.id()));
        if (!record.isErased() && !isKnown(record, change, last)) {
            append(record, change, origin, askedAt, seenAfter);
        }
    }

    /**
     * Written down before anything is concluded from it; its golden record becomes due. The golden record is locked
     * before the record, as where it is considered. Of an erased record PostgreSQL keeps nothing.
     *
     * @param askedAt when the CRM was asked, by the database's clock
     */
    public void append(KnownRecord record, Change change, Origin origin, Instant askedAt, Optional<Instant> seenAfter) {
        rows.considerGolden(record.id());
        write(List.of(new NewObservation(record, change, origin, askedAt, seenAfter)));
    }

    /** In their order. The golden records are the caller's to make due. */
    void write(List<NewObservation> told) {
        if (!told.isEmpty()) {
            AtomicInteger place = new AtomicInteger();
            rows.append(RowsJson.of(told, (one, row) -> {
                row.put("place", place.getAndIncrement());
                one.write(row);
            }));
        }
    }

    /** What was told last of each, by the records' ids. */
    Map<Long, Observation> last(Collection<KnownRecord> records) {
        List<Long> ids = records.stream().map(KnownRecord::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.last(RowsJson.numbers(ids)).stream()
                        .collect(Collectors.toMap(Observation::sourceId, Function.identity()));
    }

    /**
     * Whether the CRM said exactly this the last time, and we have not written since. CRMs are asked with an overlap,
     * so most of what they tell is known.
     */
    static boolean isKnown(KnownRecord record, Change change, Optional<Observation> last) {
        return change.fold(
                changed -> last.filter(before -> before.tellsTheSame(changed.record()))
                        .filter(before -> !record.isOlderThanWrite(before.askedAt()))
                        .isPresent(),
                deleted -> record.standing() == Standing.GONE,
                merged -> record.standing() == Standing.MERGED);
    }

    /** By the records' ids, in the order in which they came; a record of which nothing is told is not there. */
    public Map<Long, List<Observation>> unabsorbed(Collection<KnownRecord> records) {
        List<Long> ids = records.stream().map(KnownRecord::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.unabsorbed(RowsJson.numbers(ids)).stream().collect(Collectors.groupingBy(Observation::sourceId));
    }

    /** They went into the facts. @param became what became of each */
    public void absorbed(Map<Observation, String> became) {
        if (!became.isEmpty()) {
            rows.absorbed(RowsJson.of(
                    became.entrySet(),
                    (one, row) -> row.put("id", one.getKey().id()).put("what", one.getValue())));
        }
    }
}
