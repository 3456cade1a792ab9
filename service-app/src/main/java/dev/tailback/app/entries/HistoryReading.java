package dev.tailback.app.entries;

import dev.tailback.app.ledger.UsageHistory;
import dev.tailback.app.ledger.UsageHistory.Line;
import dev.tailback.app.ledger.UsageHistory.Said;
import dev.tailback.app.links.AdLinks;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the history of an entry. A version's content never changes, and the ledger keeps it; so what was sent is not
 * stored once more for each attempt, but written again by the code that wrote it for Salesforce, with the names that
 * the mapping has today.
 */
@Singleton
class HistoryReading {

    private final UsageHistory history;
    private final AdLinks links;
    private final Supplier<Mapping> mapping;

    HistoryReading(UsageHistory history, AdLinks links, Supplier<Mapping> mapping) {
        this.history = history;
        this.links = links;
        this.mapping = mapping;
    }

    List<HistoryView> of(EntryView entry) {
        Map<Long, Said> said =
                history.saidOf(entry.id()).stream().collect(Collectors.toMap(Said::version, version -> version));
        return history.ofEntry(entry.id()).stream()
                .map(line -> HistoryView.of(line, AttemptView.of(line, sent(entry, line, said))))
                .toList();
    }

    private Optional<String> sent(EntryView entry, Line line, Map<Long, Said> said) {
        return Optional.ofNullable(said.get(line.version()))
                .map(version -> UsageWriter.json(
                        mapping.get(),
                        new UsageSnapshot(
                                entry.id(),
                                entry.contractProductId(),
                                line.version(),
                                line.units(),
                                line.cancelled(),
                                entry.adReference(),
                                ad(entry, version))));
    }

    private Optional<AdShown> ad(EntryView entry, Said said) {
        return Optional.ofNullable(said.adTitle())
                .map(title -> new AdShown(
                        title,
                        Optional.ofNullable(said.adServiceDate()),
                        Optional.ofNullable(said.adCustomerReference()),
                        links.of(entry.adId())));
    }
}
