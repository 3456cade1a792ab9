package dev.tailback.hub.stewards;

import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes two golden records again of one, in the caller's transaction: what people said in the records of each decides
 * over each, and what was agreed for both together does not count.
 */
@Singleton
class PartGoldens {

    private final StewardWords words;
    private final Records records;
    private final Goldens goldens;

    PartGoldens(StewardWords words, Records records, Goldens goldens) {
        this.words = words;
        this.records = records;
        this.goldens = goldens;
    }

    void part(Merge merge, Said said) {
        goldens.lock(merge.keptId(), merge.lostId());
        List<KnownRecord> members = records.lock(merge.keptId());
        List<KnownRecord> back = members.stream()
                .filter(record -> merge.movedRecords().contains(record.id()))
                .toList();
        List<KnownRecord> others =
                members.stream().filter(record -> !back.contains(record)).toList();
        back.forEach(record -> {
            records.standsFor(record, merge.lostId(), "The steward " + said.who() + " took the merge back.");
            words.say(record, others, false, said);
        });
        goldens.dueAnew(merge.keptId());
        goldens.dueAnew(merge.lostId());
    }
}
