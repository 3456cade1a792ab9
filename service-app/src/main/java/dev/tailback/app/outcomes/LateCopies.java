package dev.tailback.app.outcomes;

import dev.tailback.app.arrivals.LateArrival;
import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.TakeOver;
import dev.tailback.app.loops.Loop;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds versions that reached Salesforce after they were given up here. A send whose connection broke may still be on its way when its repeat is refused
 * (the contract was fulfilled), and be accepted later (it was reopened): no answer ever tells. So Salesforce is asked what it holds, soon after the
 * refusal and ever more seldom, until no copy can be alive any more; 200 entries a call. Later than that, reconciling finds it.
 */
@Singleton
public class LateCopies {

    private static final Logger LOG = LoggerFactory.getLogger(LateCopies.class);

    /** As many ids as one call can ask for. */
    private static final int TOGETHER = 200;

    private final LateArrivals doubts;
    private final EntryRows entries;
    private final UsageReader salesforce;
    private final TakeOver takeOver;
    private final Ledger ledger;

    LateCopies(LateArrivals doubts, EntryRows entries, UsageReader salesforce, TakeOver takeOver, Ledger ledger) {
        this.doubts = doubts;
        this.entries = entries;
        this.salesforce = salesforce;
        this.takeOver = takeOver;
        this.ledger = ledger;
    }

    /** Looks at everything that is due. */
    public void round() {
        List<LateArrival> due;
        do {
            Loop.signOfLife();
            due = doubts.claim(TOGETHER);
            look(due);
        } while (due.size() == TOGETHER && !Thread.currentThread().isInterrupted());
    }

    private void look(List<LateArrival> due) {
        Map<UUID, Entry> doubtful = doubtful(due);
        Map<Boolean, List<LateArrival>> asked =
                due.stream().collect(Collectors.partitioningBy(doubt -> doubtful.containsKey(doubt.entryId())));
        asked.get(false).forEach(doubts::forget);
        if (!doubtful.isEmpty()
                && salesforce.byEntryIds(doubtful.keySet()) instanceof Reading.Found<List<HeldUsage>> found) {
            takeOver(found.value().stream()
                    .filter(held -> doubtful.get(held.entryId()).learnsFrom(held.version()))
                    .toList());
            asked.get(true).forEach(doubts::looked);
        }
    }

    /** Without those that were sent, corrected or accepted since. */
    private Map<UUID, Entry> doubtful(List<LateArrival> due) {
        List<UUID> ids = due.stream().map(LateArrival::entryId).toList();
        return ids.isEmpty()
                ? Map.of()
                : entries.findAll(ids).stream()
                        .filter(Entry::doubtful)
                        .collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    private void takeOver(List<HeldUsage> news) {
        if (!news.isEmpty()) {
            List<UUID> ids = news.stream().map(HeldUsage::entryId).toList();
            List<HeldUsage> late = ledger.write(() -> {
                entries.lockAdsOf(ids);
                entries.lockWithReplacements(ids);
                return news.stream().filter(this::takenOver).toList();
            });
            late.forEach(LateCopies::log);
        }
    }

    private boolean takenOver(HeldUsage held) {
        return entries.find(held.entryId())
                .filter(entry -> takeOver.takeOver(entry, held))
                .isPresent();
    }

    private static void log(HeldUsage held) {
        LOG.info(
                "Entry {} of contract {}: version {} had reached Salesforce after all",
                held.entryId(),
                held.contractId(),
                held.version());
    }
}
