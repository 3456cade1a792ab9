package dev.tailback.app.ledger;

import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.tracing.Step;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What people do to entries, each action with its line in the history. Call it inside {@link Ledger#write} with the
 * entries' rows locked.
 */
@Singleton
public class UsageBook {

    private final EntryChanges changes;
    private final UsageHistory history;
    private final LateArrivals arrivals;
    private final IdSource ids;
    private final Clock clock;

    UsageBook(EntryChanges changes, UsageHistory history, LateArrivals arrivals, IdSource ids, Clock clock) {
        this.changes = changes;
        this.history = history;
        this.arrivals = arrivals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who does it, and the reason, if one was given. */
    public record By(String who, @Nullable String reason) {

        /** What follows from an answer of Salesforce, without anybody asking for it. */
        static By automatically(String reason) {
            return new By("tailback", reason);
        }
    }

    /**
     * A new entry.
     *
     * @param replaces the entry whose cancellation Salesforce must accept first, or null
     */
    public void book(
            UUID adId, String contractId, String contractProductId, int units, @Nullable UUID replaces, By by) {
        Instant now = clock.instant();
        Entry booked = changes.book(ids.next(), adId, contractId, contractProductId, units, replaces, now);
        record(booked, now, by, EntryAction.CREATED);
    }

    /** Other units for the same product. */
    public void change(Entry entry, int units, By by) {
        Instant now = clock.instant();
        record(changes.revise(entry.id(), units, false, now), now, by, EntryAction.CORRECTED);
    }

    /** The same units; the ad has another title, date or reference, and a new version tells it to Salesforce. */
    public void relabel(Entry entry, By by) {
        Instant now = clock.instant();
        record(changes.revise(entry.id(), entry.units(), false, now), now, by, EntryAction.RELABELLED);
    }

    /** It counts no more. What Salesforce surely never held is withdrawn here and needs no report. */
    public void cancel(Entry entry, By by) {
        if (entry.withdrawable()) {
            withdraw(entry, by);
        } else {
            Instant now = clock.instant();
            record(changes.revise(entry.id(), entry.units(), true, now), now, by, EntryAction.CANCELLED);
        }
    }

    /** Cancelled with nothing to report. */
    public void withdraw(Entry entry, By by) {
        Instant now = clock.instant();
        Entry withdrawn = changes.withdraw(entry.id(), now);
        arrivals.expect(entry.id());
        changes.wakeReplacementsOf(List.of(entry.id()), now);
        record(withdrawn, now, by, EntryAction.WITHDRAWN);
    }

    /** A refused entry tries again, above this version if Salesforce holds it. */
    public void retry(Entry entry, long heldVersion, By by) {
        Instant now = clock.instant();
        Entry retried = heldVersion >= entry.version()
                ? changes.repeat(entry.id(), heldVersion, now)
                : changes.retry(entry.id(), now);
        record(retried, now, by, EntryAction.RETRIED);
    }

    /** What holds here goes out once more, above every version Salesforce holds of it. */
    public void repeat(Entry entry, long heldVersion, By by) {
        Instant now = clock.instant();
        record(changes.repeat(entry.id(), heldVersion, now), now, by, EntryAction.REPEATED);
    }

    /** Back to what Salesforce holds; what waited for this entry's cancellation is withdrawn. */
    public void revert(Entry entry, By by) {
        Instant now = clock.instant();
        Entry reverted = changes.revert(entry.id(), now);
        arrivals.expect(entry.id());
        record(reverted, now, by, EntryAction.REVERTED);
    }

    /** @param changed as the database says that it is now */
    private void record(Entry changed, Instant at, By by, EntryAction action) {
        history.appendAction(
                changed.id(),
                at,
                by.who(),
                action,
                by.reason(),
                changed.version(),
                changed.units(),
                changed.cancelled());
        Step.traceparent().ifPresent(trace -> changes.trace(changed.id(), changed.version(), trace));
    }
}
