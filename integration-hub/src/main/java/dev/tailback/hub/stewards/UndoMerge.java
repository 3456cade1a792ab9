package dev.tailback.hub.stewards;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a merge back: the records stand again for what they stood for, and what people said in them decides again, in
 * every CRM. From now on the steward's word is that they are not the same. One transaction.
 */
@Singleton
public class UndoMerge {

    private final Transactions transactions;
    private final StewardRows rows;
    private final Goldens goldens;
    private final PartGoldens part;
    private final Audit audit;

    UndoMerge(Transactions transactions, StewardRows rows, Goldens goldens, PartGoldens part, Audit audit) {
        this.transactions = transactions;
        this.rows = rows;
        this.goldens = goldens;
        this.part = part;
        this.audit = audit;
    }

    /** Those that can be undone, the newest first. Of an erased person none can. */
    public List<Merge> merges(int limit) {
        return rows.merges(limit);
    }

    /** @return whether it was there to be undone */
    public boolean undo(long id, Said said) {
        return transactions.write(() -> {
            rows.entityOfMerge(id).ifPresent(goldens::alone);
            Optional<Merge> merge = rows.lockMerge(id);
            merge.ifPresent(done -> undo(done, said));
            return merge.isPresent();
        });
    }

    private void undo(Merge merge, Said said) {
        rows.undone(merge.id(), said.who());
        part.part(merge, said);
        rows.mergeInto(merge.lostId(), null);
        audit.keep(new Act(
                Deed.MERGE_UNDONE,
                "merge " + merge.id(),
                Set.of(merge.keptId(), merge.lostId()),
                said.who(),
                said.note()));
    }
}
