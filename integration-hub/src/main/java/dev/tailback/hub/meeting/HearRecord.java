package dev.tailback.hub.meeting;

import dev.tailback.hub.creations.RecogniseCreated;
import dev.tailback.hub.facts.AbsorbRecords;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes in what is told of records that stand for nothing yet, in the caller's transaction. */
@Singleton
class HearRecord {

    private final RecogniseCreated recognise;
    private final AbsorbRecords absorb;

    HearRecord(RecogniseCreated recognise, AbsorbRecords absorb) {
        this.recognise = recognise;
        this.absorb = absorb;
    }

    /** Only those are heard that the hub created. @return the golden record for which it created each */
    Map<KnownRecord, UUID> created(List<KnownRecord> records) {
        Map<KnownRecord, UUID> created = recognise.goldens(records);
        if (!created.isEmpty()) {
            absorb.absorbLocked(List.copyOf(created.keySet()));
        }
        return created;
    }

    /** Those that others made. */
    void hear(List<KnownRecord> records) {
        absorb.absorbLocked(records);
    }
}
