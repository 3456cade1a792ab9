package dev.tailback.app.relay;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.RebuildLost;
import dev.tailback.queue.UsageQueue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an emptied queue from the ledger, page by page: memory stays the same however many entries wait. What is booked
 * meanwhile is due by its own time, so nothing is missed.
 */
@Singleton
class QueueRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(QueueRebuild.class);

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
        Optional<Rebuild> begun = queue.operations().beginRebuild(settings.rebuildLock());
        if (begun.isEmpty()) {
            return;
        }
        try (Rebuild rebuild = begun.get()) {
            long offered = offerAll(rebuild);
            holdBack();
            rebuild.finish();
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
        List<OpenEntry> page = entries.page(0);
        while (!page.isEmpty()) {
            Loop.signOfLife();
            List<OpenEntry> free =
                    page.stream().filter(entry -> !entry.heldBack()).toList();
            offer(rebuild, free);
            entries.offered(free);
            offered += free.size();
            page = entries.page(page.get(page.size() - 1).line());
        }
        return offered;
    }

    /** What was refused for now keeps its attempts, its cause and the rest of its delay. */
    private void offer(Rebuild rebuild, List<OpenEntry> free) {
        Map<Boolean, List<OpenEntry>> byRefusal =
                free.stream().collect(Collectors.partitioningBy(OpenEntry::wasRefused));
        rebuild.offer(byRefusal.getOrDefault(false, List.of()).stream()
                .map(OpenEntry::record)
                .toList());
        rebuild.postpone(byRefusal.getOrDefault(true, List.of()).stream()
                .map(OpenEntry::postponed)
                .toList());
        reports.rebuilt(free.size());
    }
}
