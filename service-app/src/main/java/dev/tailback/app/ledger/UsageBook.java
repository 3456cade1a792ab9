package dev.tailback.app.ledger;

import dev.tailback.app.arrivals.LateArrivals;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What people do to entries, each act with its line in the history. Call it inside {@link Ledger#write} with the entries' rows locked. */
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
        static By itself(String reason) {
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
        UUID id = ids.next();
        Instant now = clock.instant();
        changes.book(id, adId, contractId, contractProductId, units, replaces, now);
        history.append(HistoryLine.ofPerson(id, now, by, EntryAction.CREATED, 1, units, false));
    }

    /** Other units for the same product. */
    public void change(Entry entry, int units, By by) {
        Instant now = clock.instant();
        changes.revise(entry.id(), units, false, now);
        history.append(HistoryLine.ofPerson(
                entry.id(), now, by, EntryAction.CORRECTED, entry.highestVersion() + 1, units, false));
    }

    /** Counts no more. What Salesforce surely never held is withdrawn here and needs no report. */
    public void cancel(Entry entry, By by) {
        if (entry.withdrawable()) {
            withdraw(entry, by);
        } else {
            Instant now = clock.instant();
            changes.revise(entry.id(), entry.units(), true, now);
            history.append(line(entry, now, by, EntryAction.CANCELLED, entry.highestVersion() + 1, true));
        }
    }

    /** Cancelled with nothing to report. */
    public void withdraw(Entry entry, By by) {
        Instant now = clock.instant();
        changes.withdraw(entry.id(), now);
        arrivals.expect(entry.id());
        changes.wakeReplacementsOf(entry.id(), now);
        history.append(line(entry, now, by, EntryAction.WITHDRAWN, entry.highestVersion() + 1, true));
    }

    /** A refused entry tries again, above this version if Salesforce holds it. */
    public void retry(Entry entry, long heldVersion, By by) {
        Instant now = clock.instant();
        if (heldVersion >= entry.version()) {
            changes.repeat(entry.id(), heldVersion, now);
            long minted = Math.max(entry.highestVersion(), heldVersion) + 1;
            history.append(line(entry, now, by, EntryAction.RETRIED, minted, entry.cancelled()));
        } else {
            changes.retry(entry.id(), now);
            history.append(line(entry, now, by, EntryAction.RETRIED, entry.version(), entry.cancelled()));
        }
    }

    /** What holds here goes out once more, above every version Salesforce holds of it. */
    public void repeat(Entry entry, long heldVersion, By by) {
        Instant now = clock.instant();
        changes.repeat(entry.id(), heldVersion, now);
        long minted = Math.max(entry.highestVersion(), heldVersion) + 1;
        history.append(line(entry, now, by, EntryAction.REPEATED, minted, entry.cancelled()));
    }

    /** Back to what Salesforce holds; what waited for this entry's cancellation is withdrawn. */
    public void revert(Entry entry, By by) {
        Instant now = clock.instant();
        changes.revert(entry.id(), now);
        arrivals.expect(entry.id());
        history.append(HistoryLine.ofPerson(
                entry.id(),
                now,
                by,
                EntryAction.REVERTED,
                entry.reportedVersion(),
                entry.reportedUnits(),
                entry.reportedCancelled()));
    }

    private static HistoryLine line(
            Entry entry, Instant at, By by, EntryAction action, long version, boolean cancelled) {
        return HistoryLine.ofPerson(entry.id(), at, by, action, version, entry.units(), cancelled);
    }
}
