package dev.tailback.hub.stewards;

import dev.tailback.hub.database.TextList;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Makes one golden record of two, in the caller's transaction. The facts stay with their records, so the rules decide
 * over all of them from now on; and when it is undone, over those that belong to each.
 */
@Singleton
class MergeGoldens {

    private final Records records;
    private final Goldens goldens;
    private final StewardRows rows;

    MergeGoldens(Records records, Goldens goldens, StewardRows rows) {
        this.records = records;
        this.goldens = goldens;
        this.rows = rows;
    }

    void merge(UUID kept, UUID lost, Said said) {
        goldens.lock(kept, lost);
        List<KnownRecord> moved = records.lock(lost);
        moved.forEach(record -> records.standsFor(record, kept, "The steward " + said.who() + " said it is the same."));
        rows.merged(
                kept,
                lost,
                TextList.json(
                        moved.stream().map(record -> Long.toString(record.id())).toList()),
                said.who(),
                said.note());
        rows.mergeInto(lost, kept);
        goldens.due(kept);
    }
}
