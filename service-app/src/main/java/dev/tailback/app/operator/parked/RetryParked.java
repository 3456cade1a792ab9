package dev.tailback.app.operator.parked;

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

/**
 * An operator lets many parked entries try again: of one cause, of one contract, or all, the oldest first, up to a
 * limit.
 */
@Singleton
class RetryParked {

    private final ParkedEntries parked;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final UsageBook book;
    private final Operations operations;

    RetryParked(ParkedEntries parked, HeldVersions salesforce, Ledger ledger, UsageBook book, Operations operations) {
        this.parked = parked;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
        this.operations = operations;
    }

    /** How many there are, and how many of them would be retried. */
    RetryAnswer count(Scope scope, int limit) {
        long all = matching(scope);
        return new RetryAnswer(true, all, Math.min(all, limit), all - Math.min(all, limit), List.of());
    }

    /**
     * Retries them. Where Salesforce must tell the version it holds, and does not, the entry is left as it is and
     * named; the others do not wait for it.
     */
    RetryAnswer retry(Scope scope, int limit, By by) {
        long all = matching(scope);
        List<Entry> oldest = parked.oldest(code(scope), contract(scope), limit);
        return salesforce
                .of(oldest)
                .fold(
                        told -> answer(all, retry(oldest, told, scope, by), scope, List.of()),
                        refused -> answer(
                                all,
                                retryOthers(scope, limit, by),
                                scope,
                                LeftParked.among(oldest, "refuses to (" + refused.code() + ")")),
                        unavailable -> answer(
                                all,
                                retryOthers(scope, limit, by),
                                scope,
                                LeftParked.among(oldest, "cannot be read now")));
    }

    private RetryAnswer answer(long matching, long retried, Scope scope, List<LeftParked> left) {
        return new RetryAnswer(false, matching, retried, matching(scope), left);
    }

    private long retryOthers(Scope scope, int limit, By by) {
        List<Entry> others =
                parked.oldestWithout(code(scope), contract(scope), HeldVersions.REFUSED_FOR_THEIR_VERSION, limit);
        return retry(others, HeldAnswer.Told.NOT_ASKED, scope, by);
    }

    private long retry(List<Entry> chosen, HeldAnswer.Told told, Scope scope, By by) {
        return chosen.isEmpty() ? 0 : ledger.write(() -> retryStillParked(chosen, told, scope, by));
    }

    private long retryStillParked(List<Entry> chosen, HeldAnswer.Told told, Scope scope, By by) {
        List<Entry> still = parked.lock(chosen.stream().map(Entry::id).toList());
        still.forEach(entry -> book.retry(entry, HeldVersions.above(told, entry.id()), by));
        operations.record(by.who(), OperatorAction.RETRIED, by.reason(), still.size(), scope);
        return still.size();
    }

    private long matching(Scope scope) {
        return parked.count(code(scope), contract(scope));
    }

    private static String code(Scope scope) {
        return scope.code().orElse("");
    }

    private static String contract(Scope scope) {
        return scope.contractId().orElse("");
    }
}
