package dev.tailback.relay;

import dev.tailback.pause.SyncPause;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.RebuildLost;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an emptied queue from the ledger, page by page: memory stays the same however many entries wait. What is booked meanwhile is due by its own
 * time, so nothing is missed.
 */
@Singleton
class QueueRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(QueueRebuild.class);

    private final OpenEntries entries;
    private final QueueOffers queue;
    private final SyncPause pause;
    private final RelaySettings settings;
    private final Clock clock;

    QueueRebuild(OpenEntries entries, QueueOffers queue, SyncPause pause, RelaySettings settings, Clock clock) {
        this.entries = entries;
        this.queue = queue;
        this.pause = pause;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does nothing while another service app rebuilds. */
    void run() {
        Optional<Rebuild> begun = queue.beginRebuild(settings.rebuildLock());
        if (begun.isEmpty()) {
            return;
        }
        try (Rebuild rebuild = begun.get()) {
            long offered = offerAll(rebuild);
            // A pause that Redis forgot must stand before the gate opens.
            pause.apply();
            rebuild.finish();
            LOG.info("Redis is new, old or empty: the queue was rebuilt from the ledger with {} entries", offered);
        } catch (RebuildLost lost) {
            LOG.warn("{}", lost.getMessage());
        }
    }

    private long offerAll(Rebuild rebuild) {
        long offered = 0;
        List<OpenEntry> page = entries.page(0, settings.batch());
        while (!page.isEmpty()) {
            List<OpenEntry> free = page.stream().filter(entry -> !entry.held()).toList();
            queue.offer(rebuild, free.stream().map(OpenEntry::record).toList());
            entries.dueAgain(free, clock.instant().plus(settings.offerAgainAfter()));
            offered += free.size();
            page = entries.page(page.get(page.size() - 1).line(), settings.batch());
        }
        return offered;
    }
}
