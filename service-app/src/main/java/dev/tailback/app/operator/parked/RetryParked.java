package dev.tailback.app.operator.parked;

import dev.tailback.app.entries.Selection;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.app.rejected.HeldVersions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An operator lets many parked entries try again: all, or exactly those of a selection, the oldest first, up to a limit. */
@Singleton
public class RetryParked {

    /** Entries at a time. */
    public static final int MOST = 1_000;

    static final int USUAL = 100;

    private final ParkedSearch parked;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final UsageBook book;
    private final Operations operations;

    RetryParked(ParkedSearch parked, HeldVersions salesforce, Ledger ledger, UsageBook book, Operations operations) {
        this.parked = parked;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
        this.operations = operations;
    }

    /** How many there are, and how many of them would be retried. */
    public RetryAnswer count(Selection selection, int limit) {
        long all = parked.count(selection);
        long now = Math.min(all, limit);
        return new RetryAnswer(true, all, now, all - now, List.of(), Optional.empty());
    }

    /**
     * Retries them. Where Salesforce must tell the version it holds, and does not, the entry is left as it is and
     * named; the others do not wait for it.
     */
    public RetryAnswer retry(Selection selection, int limit, By by) {
        long all = parked.count(selection);
        List<Entry> oldest = parked.oldest(selection, Set.of(), limit);
        return salesforce
                .of(oldest)
                .fold(
                        told -> answer(all, retry(oldest, told, selection, by), selection, List.of()),
                        refused -> answer(
                                all,
                                retryOthers(selection, limit, by),
                                selection,
                                LeftParked.among(oldest, "refuses to (" + refused.code() + ")")),
                        unavailable -> answer(
                                all,
                                retryOthers(selection, limit, by),
                                selection,
                                LeftParked.among(oldest, "cannot be read now")));
    }

    private RetryAnswer answer(long matching, Retried done, Selection selection, List<LeftParked> left) {
        return new RetryAnswer(false, matching, done.entries(), parked.count(selection), left, done.operation());
    }

    private Retried retryOthers(Selection selection, int limit, By by) {
        List<Entry> others = parked.oldest(selection, HeldVersions.REFUSED_FOR_THEIR_VERSION, limit);
        return retry(others, HeldAnswer.Told.NOT_ASKED, selection, by);
    }

    private Retried retry(List<Entry> chosen, HeldAnswer.Told told, Selection selection, By by) {
        return chosen.isEmpty()
                ? new Retried(0, Optional.empty())
                : ledger.write(() -> retryStillParked(chosen, told, selection, by));
    }

    private Retried retryStillParked(List<Entry> chosen, HeldAnswer.Told told, Selection selection, By by) {
        List<Entry> still = parked.lock(chosen);
        still.forEach(entry -> book.retry(entry, HeldVersions.above(told, entry.id()), by));
        List<UUID> ids = still.stream().map(Entry::id).toList();
        long operation = operations.record(by.who(), OperatorAction.RETRIED, by.reason(), ids, Scope.of(selection));
        return new Retried(still.size(), Optional.of(operation));
    }

    /** How many were retried, and under which number that is recorded. */
    private record Retried(long entries, Optional<Long> operation) {}
}
