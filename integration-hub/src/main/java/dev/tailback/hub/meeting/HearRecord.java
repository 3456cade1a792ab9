package dev.tailback.hub.meeting;

import dev.tailback.hub.creations.RecogniseCreated;
import dev.tailback.hub.facts.AbsorbRecords;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Takes in what is told of a record that stands for nothing yet, in the caller's transaction. */
@Singleton
class HearRecord {

    private final RecogniseCreated recognise;
    private final AbsorbRecords absorb;

    HearRecord(RecogniseCreated recognise, AbsorbRecords absorb) {
        this.recognise = recognise;
        this.absorb = absorb;
    }

    /** @return the golden record for which the hub created it; empty for a record that others made */
    Optional<UUID> hear(KnownRecord record) {
        Optional<UUID> created = recognise.golden(record);
        absorb.absorb(record);
        return created;
    }
}
