package dev.tailback.app.outcomes;

import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.queue.Outcome;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Brings a reading of outcomes into the ledger: all in one transaction, or one by one when one of them cannot be
 * stored. What can never be stored is logged and left out; its entry stays open, so the relay offers it again later and
 * Salesforce answers anew.
 */
@Singleton
public class ApplyOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyOutcomes.class);

    private final Ledger ledger;
    private final EntryRows entries;
    private final ApplyOutcome apply;
    private final OutcomeCounts counts;
    private final LostAnswers lost;

    ApplyOutcomes(Ledger ledger, EntryRows entries, ApplyOutcome apply, OutcomeCounts counts, LostAnswers lost) {
        this.ledger = ledger;
        this.entries = entries;
        this.apply = apply;
        this.counts = counts;
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
        List<UUID> ids = outcomes.stream().map(Outcome::entryId).distinct().toList();
        List<String> fates = ledger.write(() -> {
            entries.lockAdsOf(ids);
            entries.lockWithReplacements(ids);
            List<String> settled = new ArrayList<>();
            outcomes.forEach(outcome -> settled.add(settle(outcome, held)));
            return settled;
        });
        counts.applied(outcomes);
        for (int index = 0; index < outcomes.size(); index++) {
            log(outcomes.get(index), fates.get(index));
        }
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
            about(LOG.atError(), outcome)
                    .setCause(failure)
                    .log(
                            "Entry {} of contract {}: the outcome of version {} cannot be stored and is left out; it will be asked for again",
                            outcome.entryId(),
                            outcome.contractId(),
                            outcome.version());
        }
    }

    /** The ids are fields of their own where the log is JSON. */
    private static LoggingEventBuilder about(LoggingEventBuilder line, Outcome outcome) {
        return line.addKeyValue("entryId", outcome.entryId()).addKeyValue("contractId", outcome.contractId());
    }

    private static void log(Outcome outcome, String fate) {
        about(LOG.atInfo(), outcome)
                .log(
                        "Entry {} of contract {}: version {} {}{}",
                        outcome.entryId(),
                        outcome.contractId(),
                        outcome.version(),
                        fate,
                        outcome.code().map(code -> " (" + code + ")").orElse(""));
    }
}
