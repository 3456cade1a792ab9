package dev.tailback.hub.stewards;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Takes a merge back: the records stand again for what they stood for, and what people said in them decides again, in every
 * CRM. From now on the steward's word is that they are not the same. One transaction.
 */
@Singleton
public class UndoMerge {

    private final Transactions transactions;
    private final StewardRows rows;
    private final StewardWords words;
    private final Records records;
    private final Goldens goldens;

    UndoMerge(Transactions transactions, StewardRows rows, StewardWords words, Records records, Goldens goldens) {
        this.transactions = transactions;
        this.rows = rows;
        this.words = words;
        this.records = records;
        this.goldens = goldens;
    }

    /** Those that can be undone, the newest first. */
    public List<Merge> merges(int limit) {
        return rows.merges(limit);
    }

    /** @return whether it was there to be undone */
    public boolean undo(long id, Said said) {
        return transactions.write(() -> {
            Optional<Merge> merge = rows.lockMerge(id);
            merge.ifPresent(done -> undo(done, said));
            return merge.isPresent();
        });
    }

    private void undo(Merge merge, Said said) {
        rows.undone(merge.id(), said.who());
        rows.mergeInto(merge.lostId(), null);
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
