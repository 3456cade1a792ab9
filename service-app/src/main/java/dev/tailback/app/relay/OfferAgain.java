package dev.tailback.app.relay;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Offered;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Walks around all open entries and offers each again, in case the queue lost it unnoticed. The queue leaves out what
 * it has, so nothing is written down about it. A walk begins {@code relay.offer-again-after} after the one before
 * began, and goes on at an even pace: the more entries wait, the longer it takes, and the less often each is offered.
 */
@Singleton
class OfferAgain {

    private static final int ENTRIES_PER_SECOND = 1_000;

    private final OpenEntries entries;
    private final EntryQueue queue;
    private final OfferReports reports;
    private final RelaySettings settings;
    private Instant begun;
    private Instant walkedUntil;
    private long line;
    private boolean walking;

    OfferAgain(OpenEntries entries, EntryQueue queue, OfferReports reports, RelaySettings settings) {
        this.entries = entries;
        this.queue = queue;
        this.reports = reports;
        this.settings = settings;
        this.begun = entries.now();
        this.walkedUntil = begun;
    }

    /**
     * Some steps, as many as the pace allows since the last ones.
     *
     * @return false: the walk never asks the relay to begin another round at once
     */
    synchronized boolean walk() {
        Instant now = entries.now();
        if (!walking && !now.isBefore(begun.plus(settings.offerAgainAfter()))) {
            walking = true;
            begun = now;
            line = 0;
        }
        for (int left = allowed(now); walking && left > 0; left -= settings.batch()) {
            step(Math.min(left, settings.batch()));
        }
        walkedUntil = now;
        return false;
    }

    private int allowed(Instant now) {
        long millis = Duration.between(walkedUntil, now).toMillis();
        return (int) Math.max(0, Math.min(ENTRIES_PER_SECOND, millis * ENTRIES_PER_SECOND / 1_000));
    }

    /** The line moves on only when the queue has taken the page. */
    private void step(int most) {
        Loop.signOfLife();
        List<OpenEntry> page = entries.page(line, most);
        if (page.isEmpty()) {
            walking = false;
            return;
        }
        FreeEntries free = FreeEntries.of(page);
        boolean open = took(queue.offer(free.atOnce())) && took(queue.postpone(free.later()));
        if (open) {
            line = page.get(page.size() - 1).line();
        } else {
            walking = false;
        }
    }

    /** A queue that is shut is rebuilt in the next round, and a rebuild offers everything. */
    private boolean took(Offered offered) {
        return offered.fold(
                taken -> {
                    reports.taken(taken);
                    return true;
                },
                () -> false);
    }
}
