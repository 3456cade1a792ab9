package dev.tailback.hub.erasure;

import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Takes a person's values out of the history of a golden record that was one with them for a while, in the caller's
 * transaction. Its own facts stay, and it is decided again: what we wrote of the person into its records goes there, too.
 */
@Singleton
class EmptyOthers {

    private final EmptyRows empty;
    private final Records records;
    private final Goldens goldens;

    EmptyOthers(EmptyRows empty, Records records, Goldens goldens) {
        this.empty = empty;
        this.records = records;
        this.goldens = goldens;
    }

    /** @return how many rows lost values */
    long empty(UUID golden) {
        goldens.lock(golden);
        records.lock(golden);
        empty.endObservationsOfOther(golden);
        empty.rereadOther(golden);
        empty.outcomesOfOther(golden);
        empty.intentsOfOther(golden);
        empty.creationsOfOther(golden);
        long changed = empty.decisionsOfOther(golden);
        if (changed > 0) {
            goldens.dueAnew(golden);
        } else {
            goldens.due(golden);
        }
        return changed + empty.observationsOfOther(golden);
    }
}
