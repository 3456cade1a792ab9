package dev.tailback.usage;

import dev.tailback.problems.Problem;
import dev.tailback.salesforce.HeldUsage;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.UsageReader;
import dev.tailback.usage.UsageBook.By;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** A person lets a rejected entry try again, because the cause was mended in Salesforce. */
@Singleton
public class RetryEntry {

    static final String STALE = "USAGE_STALE";

    private final EntryRows entries;
    private final UsageReader salesforce;
    private final Ledger ledger;
    private final UsageBook book;

    RetryEntry(EntryRows entries, UsageReader salesforce, Ledger ledger, UsageBook book) {
        this.entries = entries;
        this.salesforce = salesforce;
        this.ledger = ledger;
        this.book = book;
    }

    /**
     * @throws Problem 404 {@code not_found}, 409 {@code not_rejected}, 503 {@code salesforce_unavailable} when Salesforce must tell the version it
     *     holds and cannot
     */
    public void retry(UUID id, By by) {
        long held = heldVersion(requireRejected(entries.find(id).orElseThrow(() -> Refusals.unknown(id))));
        ledger.write(() -> {
            Entry entry = requireRejected(entries.lock(id).orElseThrow(() -> Refusals.unknown(id)));
            book.retry(entry, held, by);
            return entry;
        });
    }

    private static Entry requireRejected(Entry entry) {
        if (!entry.rejected()) {
            throw Refusals.notRejected(entry, "retried");
        }
        return entry;
    }

    /** Only a stale entry needs to know it: it must get a version above the one Salesforce holds. */
    private long heldVersion(Entry entry) {
        if (!STALE.equals(entry.code())) {
            return 0;
        }
        Reading<List<HeldUsage>> reading = salesforce.byEntryIds(List.of(entry.id()));
        if (reading instanceof Reading.Found<List<HeldUsage>> found) {
            return found.value().stream().mapToLong(HeldUsage::version).max().orElse(0);
        }
        throw new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "salesforce_unavailable",
                "Nothing was changed: Salesforce must tell which version it holds, and cannot be read now. Try again when"
                        + " it is back.");
    }
}
