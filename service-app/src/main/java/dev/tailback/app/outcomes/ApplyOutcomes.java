package dev.tailback.app.outcomes;

import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.queue.Outcome;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a reading of outcomes into the ledger: all in one transaction, or one by one when one of them cannot be
 * stored. What can never be stored is logged and left out; its entry stays open, so the relay offers it again later and
 * Salesforce answers anew.
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
        try {
            together(judged.outcomes(), judged.held());
        } catch (RuntimeException failure) {
            if (!UnstorableData.in(failure)) {
                throw failure;
            }
            judged.outcomes().forEach(outcome -> alone(outcome, judged.held()));
        }
    }

    private void together(List<Outcome> outcomes, HeldAnswer.Told held) {
        Instant since = reports.now();
        List<UUID> ids = outcomes.stream().map(Outcome::entryId).distinct().toList();
        List<String> fates = ledger.write(() -> {
            entries.lockAdsOf(ids);
            entries.lockWithReplacements(ids);
            List<String> settled = new ArrayList<>();
            outcomes.forEach(outcome -> settled.add(settle(outcome, held)));
            return settled;
        });
        reports.applied(outcomes, fates, since);
    }

    /** @return what became of the entry, for the log */
    private String settle(Outcome outcome, HeldAnswer.Told held) {
        Optional<HeldUsage> arrived = lost.learn(outcome, held);
        String fate = apply.settle(outcome);
        return arrived.map(usage -> fate + "; Salesforce had accepted version " + usage.version()
                        + ", and the answer to it was lost")
                .orElse(fate);
    }

    private void alone(Outcome outcome, HeldAnswer.Told held) {
        try {
            together(List.of(outcome), held);
        } catch (RuntimeException failure) {
            if (!UnstorableData.in(failure)) {
                throw failure;
            }
            reports.leftOut(outcome, failure);
        }
    }
}
