package dev.tailback.app.rejected;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.app.operator.operations.Scope;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** A person lets a rejected entry try again, because the cause was mended in Salesforce. */
@Singleton
public class RetryEntry {

    private final EntryRows entries;
    private final HeldVersions salesforce;
    private final Ledger ledger;
    private final UsageBook book;
    private final Operations operations;

    RetryEntry(EntryRows entries, HeldVersions salesforce, Ledger ledger, UsageBook book, Operations operations) {
        this.entries = entries;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
        this.operations = operations;
    }

    /**
     * @throws Problem 404 {@code not_found}, 409 {@code not_rejected}, 503 {@code salesforce_unavailable} when
     *     Salesforce must tell the version it holds and cannot
     */
    public void retry(UUID id, By by) {
        Entry seen = requireRejected(entries.find(id).orElseThrow(() -> EntryReading.unknown(id)));
        long held = salesforce.above(seen);
        ledger.write(() -> {
            Entry entry = requireRejected(entries.lock(id).orElseThrow(() -> EntryReading.unknown(id)));
            book.retry(entry, held, by);
            operations.record(by.who(), OperatorAction.RETRIED, by.reason(), List.of(id), Scope.ofEntry(id));
            return entry;
        });
    }

    private static Entry requireRejected(Entry entry) {
        if (!entry.rejected()) {
            throw Refusals.notRejected(entry, "retried");
        }
        return entry;
    }
}
