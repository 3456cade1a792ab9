package dev.tailback.relay;

import dev.tailback.queue.Offered;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.UsageRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries entries from the ledger to the queue.
 *
 * <p>It works by state, not by event: every entry that Salesforce does not hold in its newest version has a time when it must be offered. A round claims
 * what is due, offers it, and puts it off. Whatever dies on the way, the entry becomes due again: after the claim when a relay died, after a while when
 * Redis lost it. Offering twice is harmless, because the queue knows versions.
 */
@Singleton
public class UsageRelay {

    private final OpenEntries entries;
    private final QueueOffers queue;
    private final QueueRebuild rebuild;
    private final RelaySettings settings;
    private final Clock clock;

    UsageRelay(OpenEntries entries, QueueOffers queue, QueueRebuild rebuild, RelaySettings settings, Clock clock) {
        this.entries = entries;
        this.queue = queue;
        this.rebuild = rebuild;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One round: rebuilds the queue when Redis is new, old or empty, then offers everything that is due.
     *
     * @throws QueueUnavailable when Redis is down; what was claimed is due again at once
     */
    public void round() {
        if (queue.needRebuild()) {
            rebuild.run();
        }
        int claimed;
        do {
            claimed = offerBatch();
        } while (claimed == settings.batch() && !Thread.currentThread().isInterrupted());
    }

    private int offerBatch() {
        Instant now = clock.instant();
        List<OpenEntry> claimed = entries.claim(now, now.plus(settings.claimFor()), settings.batch());
        Map<Boolean, List<OpenEntry>> byHeld = claimed.stream().collect(Collectors.partitioningBy(OpenEntry::held));
        entries.dueAgain(byHeld.get(true), now.plus(settings.offerAgainAfter()));
        offer(byHeld.get(false));
        return claimed.size();
    }

    private void offer(List<OpenEntry> free) {
        if (!free.isEmpty()) {
            entries.dueAgain(free, dueAfter(offered(free)));
        }
    }

    private Offered offered(List<OpenEntry> free) {
        try {
            List<UsageRecord> records = free.stream().map(OpenEntry::record).toList();
            return queue.offer(records);
        } catch (QueueUnavailable unavailable) {
            entries.dueAgain(free, clock.instant());
            throw unavailable;
        }
    }

    /** A shut queue took nothing: everything is due at once, after the rebuild that the next round makes. */
    private Instant dueAfter(Offered offered) {
        Instant now = clock.instant();
        return offered instanceof Offered.Shut ? now : now.plus(settings.offerAgainAfter());
    }
}
