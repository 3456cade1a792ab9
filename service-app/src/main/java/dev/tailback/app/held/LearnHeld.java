package dev.tailback.app.held;

import dev.tailback.app.ledger.Acceptance;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges.Accepted;
import dev.tailback.app.ledger.UsageHistory;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Compares what Salesforce holds of an entry with the entry's history. A version that was sent from here, and accepted
 * without an answer, is taken over: no person has to decide about it. Everything else is left as it is. This is the
 * only place where the ledger learns something that no answer told; lost answers, late arrivals, going back and
 * reconciliation all come here.
 */
@Singleton
public class LearnHeld {

    private final UsageHistory history;
    private final Acceptance acceptance;
    private final Clock clock;

    LearnHeld(UsageHistory history, Acceptance acceptance, Clock clock) {
        this.history = history;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /**
     * Inside a transaction, with the locks that {@link Acceptance} needs.
     *
     * @param told the answer of Salesforce, which was asked about this entry
     */
    public Learned learn(Entry entry, HeldAnswer.Told told) {
        return told.of(entry.id()).map(held -> learn(entry, held)).orElseGet(Learned.NotThere::new);
    }

    /**
     * Inside a transaction, with the locks that {@link Acceptance} needs.
     *
     * @param held what Salesforce was just seen to hold of this entry
     */
    public Learned learn(Entry entry, HeldUsage held) {
        if (!entry.learnsFrom(held.version()) || entry.withdrawn() && held.cancelled()) {
            return new Learned.KnownBefore();
        }
        return sent(entry, held)
                .map(content -> takeOver(entry, held, content))
                .orElseGet(() -> new Learned.NotOurs(held));
    }

    private Learned takeOver(Entry entry, HeldUsage held, Content content) {
        history.appendFound(
                entry.id(),
                clock.instant(),
                held.version(),
                held.units(),
                held.cancelled(),
                held.salesforceId(),
                content.wanted() - entry.held());
        acceptance.of(List.of(new Accepted(entry, held.version(), content, held.salesforceId())));
        return new Learned.TakenOver(held);
    }

    /** The content of the version that Salesforce holds, if it was sent from here in this form. */
    private Optional<Content> sent(Entry entry, HeldUsage held) {
        boolean minted = held.version() <= entry.highestVersion()
                && held.contractProductId().equals(entry.contractProductId());
        return minted
                ? history.contentOf(entry.id(), held.version())
                        .filter(content -> content.equals(new Content(held.units(), held.cancelled())))
                : Optional.empty();
    }
}
