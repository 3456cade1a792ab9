package dev.tailback.app.operator.parked;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An operator lets many parked entries try again: of one cause, of one contract, or all, the oldest first, up to a limit. */
@Singleton
class RetryParked {

    private final ParkedEntries parked;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final UsageBook book;
    private final Operations acts;

    RetryParked(ParkedEntries parked, HeldVersions salesforce, Ledger ledger, UsageBook book, Operations acts) {
        this.parked = parked;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
        this.acts = acts;
    }

    /** How many there are, and how many of them would be retried. */
    RetryAnswer count(Scope scope, int limit) {
        long all = matching(scope);
        return new RetryAnswer(true, all, Math.min(all, limit), all - Math.min(all, limit), List.of());
    }

    /** Entries of which Salesforce must tell the version it holds, and cannot, are left as they are and named; the others do not wait for them. */
    RetryAnswer retry(Scope scope, int limit, By by) {
        long all = matching(scope);
        List<Entry> oldest = parked.oldest(code(scope), contract(scope), limit);
        Optional<Map<UUID, Long>> held = salesforce.told(oldest);
        List<Entry> chosen = held.isPresent() ? oldest : withoutSalesforce(scope, limit);
        long retried = chosen.isEmpty() ? 0 : ledger.write(() -> retry(chosen, held.orElse(Map.of()), scope, by));
        return new RetryAnswer(
                false, all, retried, matching(scope), held.isPresent() ? List.of() : LeftParked.among(oldest));
    }

    private List<Entry> withoutSalesforce(Scope scope, int limit) {
        return parked.oldestWithout(code(scope), contract(scope), HeldVersions.REFUSED_FOR_THEIR_VERSION, limit);
    }

    private long retry(List<Entry> chosen, Map<UUID, Long> held, Scope scope, By by) {
        List<Entry> still = parked.lock(chosen.stream().map(Entry::id).toList());
        still.forEach(entry -> book.retry(entry, held.getOrDefault(entry.id(), 0L), by));
        acts.record(by.who(), OperatorAction.RETRIED, by.why(), still.size(), scope);
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
