package dev.tailback.parked;

import dev.tailback.acts.Deed;
import dev.tailback.acts.OperatorActs;
import dev.tailback.acts.Scope;
import dev.tailback.usage.Entry;
import dev.tailback.usage.HeldVersions;
import dev.tailback.usage.Ledger;
import dev.tailback.usage.UsageBook;
import dev.tailback.usage.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An operator lets many parked entries try again: of one cause, of one contract, or all, the oldest first, up to a limit. */
@Singleton
class RetryParked {

    private final ParkedEntries parked;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final UsageBook book;
    private final OperatorActs acts;

    RetryParked(ParkedEntries parked, HeldVersions salesforce, Ledger ledger, UsageBook book, OperatorActs acts) {
        this.parked = parked;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
        this.acts = acts;
    }

    /** How many there are, and how many of them would be retried. */
    RetryAnswer count(Scope scope, int limit) {
        long all = matching(scope);
        return new RetryAnswer(true, all, Math.min(all, limit), all - Math.min(all, limit));
    }

    /** @throws dev.tailback.problems.Problem 503 {@code salesforce_unavailable} when it must tell a version and cannot; nothing is retried then */
    RetryAnswer retry(Scope scope, int limit, By by) {
        long all = matching(scope);
        List<Entry> oldest = parked.oldest(code(scope), contract(scope), limit);
        Map<UUID, Long> held = salesforce.of(oldest);
        int retried = oldest.isEmpty() ? 0 : ledger.write(() -> retry(oldest, held, scope, by));
        return new RetryAnswer(false, all, retried, matching(scope));
    }

    private int retry(List<Entry> chosen, Map<UUID, Long> held, Scope scope, By by) {
        List<Entry> still = parked.lock(chosen.stream().map(Entry::id).toList());
        still.forEach(entry -> book.retry(entry, held.getOrDefault(entry.id(), 0L), by));
        acts.record(by.who(), Deed.RETRIED, by.why(), still.size(), scope);
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
