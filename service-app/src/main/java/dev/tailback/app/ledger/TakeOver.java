package dev.tailback.app.ledger;

import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Learns from a look at Salesforce what no answer ever told: that it accepted a version we sent. That is no difference for people to decide about,
 * because what it holds is ours.
 */
@Singleton
public class TakeOver {

    private final UsageHistory history;
    private final Acceptance acceptance;
    private final Clock clock;

    TakeOver(UsageHistory history, Acceptance acceptance, Clock clock) {
        this.history = history;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /** Takes over what Salesforce holds where it is news and ours. Inside a transaction, with the locks that {@link Acceptance} needs. @return whether it was */
    public boolean takeOver(Entry entry, HeldUsage held) {
        Optional<Content> ours = sent(entry, held);
        ours.ifPresent(content -> {
            history.append(HistoryLine.found(held, clock.instant(), content.wanted() - entry.held()));
            acceptance.of(entry, held.version(), content, held.salesforceId());
        });
        return ours.isPresent();
    }

    /** The content of the version Salesforce holds, if we minted it so and did not know that it was accepted. */
    private Optional<Content> sent(Entry entry, HeldUsage held) {
        boolean news = entry.learnsFrom(held.version()) && !(entry.withdrawn() && held.cancelled());
        boolean minted = held.version() <= entry.highestVersion()
                && held.contractProductId().equals(entry.contractProductId());
        return news && minted
                ? history.contentOf(entry.id(), held.version())
                        .filter(content -> content.equals(new Content(held.units(), held.cancelled())))
                : Optional.empty();
    }
}
