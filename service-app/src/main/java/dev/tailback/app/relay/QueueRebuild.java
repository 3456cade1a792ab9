package dev.tailback.app.relay;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.RebuildLost;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an emptied queue from the ledger. What is booked meanwhile is due by its own time, so nothing is missed. That
 * all the others were offered is written down once, not in every row.
 */
@Singleton
class QueueRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(QueueRebuild.class);

    /**
     * An entry that was booked before the rebuild began may be committed after its page was read. No transaction takes
     * so long, and the clocks of two service apps do not differ by so much.
     */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(30);

    private final OpenEntries entries;
    private final EntryQueue queue;
    private final OfferReports reports;
    private final QueueOrders orders;
    private final RelaySettings settings;

    QueueRebuild(
            OpenEntries entries, EntryQueue queue, OfferReports reports, QueueOrders orders, RelaySettings settings) {
        this.entries = entries;
        this.queue = queue;
        this.reports = reports;
        this.orders = orders;
        this.settings = settings;
    }

    /** Does nothing while another service app rebuilds. */
    void run() {
        Instant since = entries.now();
        Optional<Rebuild> begun = queue.operations().beginRebuild(settings.rebuildLock());
        if (begun.isEmpty()) {
            return;
        }
        try (Rebuild rebuild = begun.get()) {
            long offered = offerAll(rebuild);
            orders.tell(rebuild);
            rebuild.finish();
            if (rebuild.isOfAll()) {
                entries.allOffered(since.minus(LONGEST_COMMIT));
            }
            LOG.info("Redis is new, old or empty: the queue was rebuilt from the ledger with {} entries", offered);
        } catch (RebuildLost lost) {
            LOG.warn("{}", lost.getMessage());
        }
    }

    private long offerAll(Rebuild rebuild) {
        long offered = 0;
        try (OpenPages pages = new OpenPages(entries)) {
            List<OpenEntry> page = pages.next();
            while (!page.isEmpty()) {
                Loop.signOfLife();
                FreeEntries free = FreeEntries.of(page);
                rebuild.offer(free.atOnce());
                rebuild.postpone(free.later());
                reports.rebuilt(free.size());
                offered += free.size();
                page = pages.next();
            }
        }
        return offered;
    }
}
