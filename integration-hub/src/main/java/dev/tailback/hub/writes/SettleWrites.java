package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Writes down what became of a call, each record in a transaction of its own: one that cannot be kept delays no other.
 */
@Singleton
class SettleWrites {

    private final Transactions transactions;
    private final Goldens goldens;
    private final Records records;
    private final KeepOutcome keep;

    SettleWrites(Transactions transactions, Goldens goldens, Records records, KeepOutcome keep) {
        this.transactions = transactions;
        this.goldens = goldens;
        this.records = records;
        this.keep = keep;
    }

    void settle(List<Writing> writings, Answer<List<Written>> answer) {
        answer.<Runnable>fold(
                        written -> () -> each(writings, written),
                        refused -> () -> writings.forEach(one -> commit(one, () -> keep.refused(one, refused))),
                        unavailable ->
                                () -> writings.forEach(one -> commit(one, () -> keep.unavailable(one, unavailable))))
                .run();
    }

    /** A connector that answers fewer records than it was given has not told of the others. */
    private void each(List<Writing> writings, List<Written> written) {
        for (int index = 0; index < writings.size(); index++) {
            Writing writing = writings.get(index);
            Written became = index < written.size()
                    ? written.get(index)
                    : new Written.Unknown("The CRM's answer does not speak of this record.");
            commit(writing, () -> keep.became(writing, became));
        }
    }

    /**
     * The golden record is looked at again, unless the record holds what was planned and nothing was observed
     * meanwhile: that would find nothing. It is locked first, so that nobody observes anything unseen in between. What
     * was erased meanwhile leaves no trace: a CRM's reason may hold a value.
     */
    private void commit(Writing writing, BooleanSupplier work) {
        transactions.insist(() -> {
            Optional<UUID> golden = goldens.lockOf(writing.record());
            boolean isKept = !records.isErased(writing.record());
            boolean isDone = isKept && work.getAsBoolean();
            golden.filter(id -> !isDone || goldens.isToBeHeard(id)).ifPresent(goldens::due);
            return isKept;
        });
    }
}
