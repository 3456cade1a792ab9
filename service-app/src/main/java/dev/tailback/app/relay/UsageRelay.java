package dev.tailback.app.relay;

import dev.tailback.queue.Attempts;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Offered;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries entries from the ledger to the queue.
 *
 * <p>It works by state, not by event: every entry that Salesforce does not hold in its newest version has a time when
 * it must be offered. A round claims what is due and offers it; from then on it is not due. Whatever dies on the way,
 * the entry is offered again: after the claim when a relay died, by the walk over all open entries when Redis lost it.
 * Offering twice is harmless, because the queue knows versions.
 */
@Singleton
public class UsageRelay {

    /** So many offers in a row that Redis did not take whole mean that the others can wait for the next round. */
    private static final int GIVE_UP_AFTER = 4;

    private final OpenEntries entries;
    private final EntryQueue queue;
    private final QueueRebuild rebuild;
    private final OfferAgain again;
    private final OfferReports reports;

    UsageRelay(OpenEntries entries, EntryQueue queue, QueueRebuild rebuild, OfferAgain again, OfferReports reports) {
        this.entries = entries;
        this.queue = queue;
        this.rebuild = rebuild;
        this.again = again;
        this.reports = reports;
    }

    /**
     * One round: rebuilds the queue where Redis is new, old or empty, then offers everything that is due. A failed part
     * of Redis does not block the others.
     *
     * @throws QueueUnavailable at the end, when Redis or a part of it is down; what it did not take is due again in the
     *     next round
     */
    public void round() {
        Attempts attempts = new Attempts();
        trying(attempts, this::rebuildWhereNeeded);
        Instant begun = entries.now();
        while (attempts.failed() < GIVE_UP_AFTER && trying(attempts, () -> offerBatch(begun))) {}
        if (attempts.failed() == 0) {
            trying(attempts, this::probe);
            trying(attempts, again::walk);
        }
        reports.refused(attempts.firstFailure().map(QueueUnavailable::getMessage));
        attempts.throwFirstFailure();
    }

    /** Also while nothing is due, so that people learn of a full Redis before they miss something. */
    private boolean probe() {
        queue.operations().probe();
        return false;
    }

    private boolean rebuildWhereNeeded() {
        boolean needed = queue.operations().needsRebuild();
        if (needed) {
            rebuild.run();
        }
        return needed;
    }

    /** @return whether there may be more of it to do */
    private static boolean trying(Attempts attempts, Supplier<Boolean> work) {
        return attempts.at(work).orElse(true) && !Thread.currentThread().isInterrupted();
    }

    /**
     * Only what was due when the round began: what comes back meanwhile is the next round's.
     *
     * @return whether more may be due
     */
    private boolean offerBatch(Instant begun) {
        Loop.signOfLife();
        List<OpenEntry> claimed = entries.claim(begun);
        Map<Boolean, List<OpenEntry>> byHeldBack =
                claimed.stream().collect(Collectors.partitioningBy(OpenEntry::heldBack));
        entries.offered(byHeldBack.getOrDefault(true, List.of()));
        offer(byHeldBack.getOrDefault(false, List.of()));
        return entries.mayBeMoreThan(claimed);
    }

    /** Where one of the two is refused, the other is offered all the same. */
    private void offer(List<OpenEntry> free) {
        Map<Boolean, List<OpenEntry>> byRefusal =
                free.stream().collect(Collectors.partitioningBy(OpenEntry::wasRefused));
        try {
            offer(byRefusal.getOrDefault(false, List.of()), UsageRelay::offered);
        } finally {
            offer(byRefusal.getOrDefault(true, List.of()), UsageRelay::postponed);
        }
    }

    private void offer(List<OpenEntry> some, BiFunction<EntryQueue, List<OpenEntry>, Offered> way) {
        if (!some.isEmpty()) {
            Instant since = entries.now();
            Runnable next =
                    offered(some, way).fold(taken -> () -> took(taken, some, since), () -> () -> offerNextRound(some));
            next.run();
        }
    }

    private static Offered offered(EntryQueue queue, List<OpenEntry> some) {
        return queue.offer(some.stream().map(OpenEntry::queued).toList());
    }

    /** What was refused goes when its time is over, which it mostly is, unless its cause is on hold. */
    private static Offered postponed(EntryQueue queue, List<OpenEntry> some) {
        return queue.postpone(some.stream().map(OpenEntry::postponed).toList());
    }

    private void took(Offered.Taken taken, List<OpenEntry> some, Instant since) {
        reports.taken(taken);
        some.forEach(entry -> reports.tell(entry.record().trace(), since, entry::describe));
        entries.offered(some);
    }

    /** A shut queue took nothing, or not all: everything goes once more, after the rebuild of the next round. */
    private void offerNextRound(List<OpenEntry> some) {
        entries.dueAgain(some, entries.now().plusMillis(1));
    }

    private Offered offered(List<OpenEntry> some, BiFunction<EntryQueue, List<OpenEntry>, Offered> way) {
        try {
            return way.apply(queue, some);
        } catch (QueueUnavailable unavailable) {
            offerNextRound(some);
            throw unavailable;
        }
    }
}
