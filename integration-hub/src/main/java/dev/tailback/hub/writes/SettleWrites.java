package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes down what became of a call. What the CRM has taken is kept together; each other record in a transaction of its
 * own.
 */
@Singleton
class SettleWrites {

    private static final Written NOT_TOLD = new Written.Unknown("The CRM's answer does not speak of this record.");

    private final Transactions transactions;
    private final Goldens goldens;
    private final Records records;
    private final KeepAccepted accepted;
    private final KeepOutcome keep;

    SettleWrites(Transactions transactions, Goldens goldens, Records records, KeepAccepted accepted, KeepOutcome keep) {
        this.transactions = transactions;
        this.goldens = goldens;
        this.records = records;
        this.accepted = accepted;
        this.keep = keep;
    }

    void settle(List<Writing> writings, Answer<List<Written>> answer) {
        answer.<Runnable>fold(
                        written -> () -> each(writings, written),
                        refused -> () -> writings.forEach(one -> alone(one, () -> keep.refused(one, refused))),
                        unavailable ->
                                () -> writings.forEach(one -> alone(one, () -> keep.unavailable(one, unavailable))))
                .run();
    }

    /** A connector that answers fewer records than it was given has not told of the others. */
    private void each(List<Writing> writings, List<Written> written) {
        Map<Writing, Written.Accepted> taken = new LinkedHashMap<>();
        for (int index = 0; index < writings.size(); index++) {
            Writing writing = writings.get(index);
            Written became = index < written.size() ? written.get(index) : NOT_TOLD;
            became.<Runnable>fold(
                            one -> () -> taken.put(writing, one),
                            refused -> () -> alone(writing, () -> keep.refused(writing, refused)),
                            conflict -> () -> alone(writing, () -> keep.conflict(writing, conflict)),
                            gone -> () -> alone(writing, () -> keep.gone(writing)),
                            unknown -> () -> alone(writing, () -> keep.unknown(writing, unknown)))
                    .run();
        }
        if (!taken.isEmpty()) {
            together(taken);
        }
    }

    /** One that cannot be kept delays no other: where it does not go together, each goes alone. */
    private void together(Map<Writing, Written.Accepted> taken) {
        try {
            transactions.insist(() -> {
                accepted.keep(taken);
                return taken.size();
            });
        } catch (RuntimeException failure) {
            if (taken.size() == 1) {
                throw failure;
            }
            taken.forEach((writing, one) -> together(Map.of(writing, one)));
        }
    }

    /**
     * The golden record is looked at again. It is locked first, so that nobody observes anything unseen in between.
     * What was erased meanwhile leaves no trace: a CRM's reason may hold a value.
     */
    private void alone(Writing writing, Runnable work) {
        transactions.insist(() -> {
            List<UUID> golden = goldens.lockOf(List.of(writing.record()));
            boolean isKept = !records.isErased(writing.record());
            if (isKept) {
                work.run();
            }
            goldens.due(golden);
            return isKept;
        });
    }
}
