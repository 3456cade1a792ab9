package dev.tailback.app.outcomes;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.UsageHistory;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.app.outcomes.EntryFate.Answer;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Writes one answer of Salesforce into the ledger. An outcome may come twice, late, or about a version that a person
 * has changed since: the history knows every delivery, and the entry only moves when the answer is about what it is
 * now.
 */
@Singleton
class ApplyOutcome {

    private final EntryRows entries;
    private final UsageHistory history;
    private final EntryFate fate;
    private final Belief belief;
    private final Clock clock;

    ApplyOutcome(EntryRows entries, UsageHistory history, EntryFate fate, Belief belief, Clock clock) {
        this.entries = entries;
        this.history = history;
        this.fate = fate;
        this.belief = belief;
        this.clock = clock;
    }

    /**
     * Inside a transaction, with the entry's row locked.
     *
     * @return what became of the entry, for the log
     */
    String settle(Outcome outcome) {
        return entries.find(outcome.entryId())
                .map(entry -> settle(outcome, entry))
                .orElse("is not of this ledger; its outcome is put aside");
    }

    private String settle(Outcome outcome, Entry entry) {
        if (history.knows(entry.id(), outcome.streamId())) {
            return "was told again";
        }
        long version = outcome.version() == 0 ? entry.version() : outcome.version();
        Content content = content(entry, version);
        return belief.refuses(outcome, entry, content).orElseGet(() -> settle(outcome, entry, version, content));
    }

    private String settle(Outcome outcome, Entry entry, long version, Content content) {
        Answer answer = new Answer(outcome, entry, version, content);
        history.append(
                UsageHistory.Line.of(outcome, clock.instant(), version, answer.content(), consumedChange(answer)));
        return fate.settle(answer);
    }

    /**
     * A version that is unknown here was minted by a later state of this database; what it said is not known, so ours
     * stands in for it.
     */
    private Content content(Entry entry, long version) {
        Content ours = new Content(entry.units(), entry.cancelled());
        return version == entry.version()
                ? ours
                : history.contentOf(entry.id(), version).orElse(ours);
    }

    private static @Nullable Integer consumedChange(Answer answer) {
        boolean changes = answer.outcome().kind() == OutcomeKind.ACCEPTED
                && answer.entry().learnsFrom(answer.version());
        return changes ? answer.consumedChange() : null;
    }
}
