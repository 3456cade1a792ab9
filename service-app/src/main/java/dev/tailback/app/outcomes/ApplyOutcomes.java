package dev.tailback.app.outcomes;

import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.queue.Outcome;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Brings a reading of outcomes into the ledger: all in one transaction and in sets, or in halves of it when one of them
 * cannot be stored. What can never be stored is logged and left out; its entry stays open, so the relay offers it again
 * later and Salesforce answers anew.
 */
@Singleton
public class ApplyOutcomes {

    private final Ledger ledger;
    private final EntryRows entries;
    private final ApplyOutcome apply;
    private final OutcomeReports reports;
    private final LostAnswers lost;

    ApplyOutcomes(Ledger ledger, EntryRows entries, ApplyOutcome apply, OutcomeReports reports, LostAnswers lost) {
        this.ledger = ledger;
        this.entries = entries;
        this.apply = apply;
        this.reports = reports;
        this.lost = lost;
    }

    /** In the order they came. */
    public void apply(List<Outcome> told) {
        LostAnswers.Judged judged = lost.judge(told);
        if (!judged.outcomes().isEmpty()) {
            apply(judged.outcomes(), judged.held());
        }
    }

    /** Halves of halves, until one that cannot be stored stands alone. */
    private void apply(List<Outcome> outcomes, HeldAnswer.Told held) {
        try {
            together(outcomes, held);
        } catch (RuntimeException failure) {
            if (!UnstorableData.in(failure)) {
                throw failure;
            }
            if (outcomes.size() == 1) {
                reports.leftOut(outcomes.get(0), failure);
                return;
            }
            int half = outcomes.size() / 2;
            apply(outcomes.subList(0, half), held);
            apply(outcomes.subList(half, outcomes.size()), held);
        }
    }

    private void together(List<Outcome> outcomes, HeldAnswer.Told held) {
        Instant since = reports.now();
        List<UUID> ids = outcomes.stream().map(Outcome::entryId).distinct().toList();
        List<String> fates = ledger.write(() -> {
            entries.lockAdsOf(ids);
            entries.lockWithReplacements(ids);
            List<String> settled = new ArrayList<>();
            rounds(outcomes).forEach(round -> settled.addAll(settle(round, held)));
            return settled;
        });
        reports.applied(outcomes, fates, since);
    }

    /** In the same order; an entry that comes again begins a new round. */
    private static List<List<Outcome>> rounds(List<Outcome> outcomes) {
        List<List<Outcome>> rounds = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        int from = 0;
        for (int index = 0; index < outcomes.size(); index++) {
            if (!seen.add(outcomes.get(index).entryId())) {
                rounds.add(outcomes.subList(from, index));
                from = index;
                seen.clear();
                seen.add(outcomes.get(index).entryId());
            }
        }
        rounds.add(outcomes.subList(from, outcomes.size()));
        return rounds;
    }

    /** @return what became of each entry, in the same order, for the log */
    private List<String> settle(List<Outcome> round, HeldAnswer.Told held) {
        List<Optional<HeldUsage>> arrived =
                round.stream().map(outcome -> lost.learn(outcome, held)).toList();
        List<String> fates = apply.settle(round);
        return IntStream.range(0, round.size())
                .mapToObj(index -> arrived.get(index)
                        .map(usage -> fates.get(index) + "; Salesforce had accepted version " + usage.version()
                                + ", and the answer to it was lost")
                        .orElse(fates.get(index)))
                .toList();
    }
}
