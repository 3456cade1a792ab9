package dev.tailback.app.relay;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.RebuildLost;
import dev.tailback.queue.UsageQueue;
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
    private final UsageQueue queue;
    private final OfferReports reports;
    private final SyncPause pause;
    private final RelaySettings settings;

    QueueRebuild(OpenEntries entries, UsageQueue queue, OfferReports reports, SyncPause pause, RelaySettings settings) {
        this.entries = entries;
        this.queue = queue;
        this.reports = reports;
        this.pause = pause;
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
            holdBack();
            rebuild.finish();
            if (rebuild.isOfAll()) {
                entries.allOffered(since.minus(LONGEST_COMMIT));
            }
            LOG.info("Redis is new, old or empty: the queue was rebuilt from the ledger with {} entries", offered);
        } catch (RebuildLost lost) {
            LOG.warn("{}", lost.getMessage());
        }
    }

    /**
     * A pause or a hold that Redis forgot must be set before the gate opens. Without one, a failed part of Redis does not block
     * the others.
     */
    private void holdBack() {
        try {
            pause.apply();
        } catch (QueueUnavailable partly) {
            if (pause.stopsAnything()) {
                throw partly;
            }
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
