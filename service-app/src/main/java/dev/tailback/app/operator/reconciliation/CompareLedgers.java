package dev.tailback.app.operator.reconciliation;

import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsagePage;
import dev.tailback.salesforce.usage.UsagePageSearch;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Goes through ledger and Salesforce side by side, in the order of the ids: one page of Salesforce (one call), then the
 * ledger's entries of the same stretch. Nothing but the two pages is held in memory. What seems to differ is looked at
 * again before it counts, because people and workers go on.
 */
@Singleton
class CompareLedgers {

    private final LedgerPages ledger;
    private final UsageReader salesforce;
    private final SecondLook secondLook;
    private final ReconciliationSettings settings;

    CompareLedgers(LedgerPages ledger, UsageReader salesforce, SecondLook secondLook, ReconciliationSettings settings) {
        this.ledger = ledger;
        this.salesforce = salesforce;
        this.secondLook = secondLook;
        this.settings = settings;
    }

    /** @throws SalesforceUnread when Salesforce cannot be read to its end */
    void compare(Optional<String> contractId, Tally tally) {
        Optional<String> after = Optional.empty();
        UUID from = LedgerPages.BEFORE_ALL;
        UsagePage page;
        do {
            page = SalesforceUnread.foundIn(salesforce.page(new UsagePageSearch(contractId, after, settings.page())));
            UUID upTo = page.last() ? LedgerPages.AFTER_ALL : lastId(page, from);
            compareStretch(contractId, page, from, upTo, tally);
            after = page.lastKey();
            from = upTo;
        } while (!page.last());
    }

    /**
     * A page may hold nothing but rows whose external id is none; then the stretch of the ledger waits for the next
     * page.
     */
    private static UUID lastId(UsagePage page, UUID otherwise) {
        List<HeldUsage> held = page.held();
        return held.isEmpty() ? otherwise : held.get(held.size() - 1).entryId();
    }

    private void compareStretch(Optional<String> contractId, UsagePage page, UUID after, UUID upTo, Tally tally) {
        Map<UUID, HeldUsage> held = new LinkedHashMap<>();
        page.held().forEach(usage -> held.put(usage.entryId(), usage));
        UUID from = after;
        List<LedgerEntry> entries;
        do {
            entries = ledger.between(contractId, from, upTo, settings.page());
            List<LedgerEntry> doubtful = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                Optional<HeldUsage> there = Optional.ofNullable(held.remove(entry.id()));
                Compare.of(entry, there).ifPresent(kind -> doubtful.add(entry));
                from = entry.id();
            }
            tally.compared(entries.size(), 0);
            secondLook.atEntries(doubtful, tally::differ);
        } while (entries.size() == settings.page());
        tally.compared(0, page.held().size() + page.strays().size());
        secondLook.atUnknown(held.keySet(), tally::differ);
        tally.strays(page.strays());
    }
}
