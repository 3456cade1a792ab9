package dev.tailback.outcomes;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.usage.Entry;
import dev.tailback.usage.EntryRows;
import dev.tailback.usage.HistoryLine;
import dev.tailback.usage.Ledger;
import dev.tailback.usage.UsageHistory;
import dev.tailback.usage.UsageHistory.Content;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one answer of Salesforce into the ledger, in one transaction. An outcome may come twice, late, or about a version that a person has changed
 * since: the history knows every delivery, and the entry only moves when the answer is about what it is now.
 */
@Singleton
public class ApplyOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyOutcome.class);

    private final Ledger ledger;
    private final EntryRows entries;
    private final UsageHistory history;
    private final EntryFate fate;
    private final Clock clock;

    ApplyOutcome(Ledger ledger, EntryRows entries, UsageHistory history, EntryFate fate, Clock clock) {
        this.ledger = ledger;
        this.entries = entries;
        this.history = history;
        this.fate = fate;
        this.clock = clock;
    }

    /** Applies it, or does nothing when it was applied before. */
    public void apply(Outcome outcome) {
        Optional<String> fated =
                ledger.write(() -> entries.lock(outcome.entryId()).map(entry -> settle(outcome, entry)));
        LOG.info(
                "Entry {} of contract {}: version {} {}{}",
                outcome.entryId(),
                outcome.contractId(),
                outcome.version(),
                fated.orElse("is not of this ledger; its outcome is put aside"),
                outcome.code().map(code -> " (" + code + ")").orElse(""));
    }

    private String settle(Outcome outcome, Entry entry) {
        long version = outcome.version() == 0 ? entry.version() : outcome.version();
        Answer answer = new Answer(outcome, entry, version, content(entry, version));
        return recorded(answer) ? fate.settle(answer) : "was told again";
    }

    /** A version nobody here knows was minted by a later state of this database; what it said is not known, so ours stands in for it. */
    private Content content(Entry entry, long version) {
        return history.contentOf(entry.id(), version).orElse(new Content(entry.units(), entry.cancelled()));
    }

    private boolean recorded(Answer answer) {
        boolean changes = answer.outcome().kind() == OutcomeKind.ACCEPTED && answer.news();
        Integer consumedChange = changes ? answer.consumedChange() : null;
        return history.append(HistoryLine.ofOutcome(
                        answer.outcome(), clock.instant(), answer.version(), answer.content(), consumedChange))
                == 1;
    }
}
