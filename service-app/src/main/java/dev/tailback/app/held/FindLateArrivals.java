package dev.tailback.app.held;

import dev.tailback.app.arrivals.LateArrival;
import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Salesforce again about entries whose newest version was given up. A copy of such a version may be late on the
 * network: when it is accepted after its repeat was refused, no answer tells. An entry is forgotten once it was sent,
 * corrected or accepted since.
 */
@Singleton
public class FindLateArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(FindLateArrivals.class);

    /** As many ids as one call can ask for. */
    private static final int TOGETHER = 200;

    private final LateArrivals arrivals;
    private final EntryRows entries;
    private final AskHeld salesforce;
    private final LearnHeld learn;
    private final Ledger ledger;

    FindLateArrivals(LateArrivals arrivals, EntryRows entries, AskHeld salesforce, LearnHeld learn, Ledger ledger) {
        this.arrivals = arrivals;
        this.entries = entries;
        this.salesforce = salesforce;
        this.learn = learn;
        this.ledger = ledger;
    }

    /** Looks at everything that is due. */
    public void round() {
        List<LateArrival> due;
        do {
            Loop.signOfLife();
            due = arrivals.claim(TOGETHER);
            look(due);
        } while (due.size() == TOGETHER && !Thread.currentThread().isInterrupted());
    }

    private void look(List<LateArrival> due) {
        Map<UUID, Entry> doubtful = doubtful(due);
        Map<Boolean, List<LateArrival>> asked =
                due.stream().collect(Collectors.partitioningBy(arrival -> doubtful.containsKey(arrival.entryId())));
        asked.getOrDefault(false, List.of()).forEach(arrivals::forget);
        if (!doubtful.isEmpty() && learned(doubtful)) {
            asked.getOrDefault(true, List.of()).forEach(arrivals::looked);
        }
    }

    /** @return whether Salesforce told; if not, these looks stay due */
    private boolean learned(Map<UUID, Entry> doubtful) {
        return salesforce
                .about(doubtful.keySet())
                .fold(
                        told -> {
                            learn(news(told, doubtful), told);
                            return true;
                        },
                        refused -> false,
                        unavailable -> false);
    }

    private static List<UUID> news(HeldAnswer.Told told, Map<UUID, Entry> doubtful) {
        return told.byEntry().values().stream()
                .filter(held -> Optional.ofNullable(doubtful.get(held.entryId()))
                        .filter(entry -> entry.learnsFrom(held.version()))
                        .isPresent())
                .map(HeldUsage::entryId)
                .toList();
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

    private void learn(List<UUID> ids, HeldAnswer.Told told) {
        if (!ids.isEmpty()) {
            List<HeldUsage> arrived = ledger.write(() -> {
                entries.lockAdsOf(ids);
                entries.lockWithReplacements(ids);
                return ids.stream()
                        .flatMap(id -> entries.find(id).stream())
                        .flatMap(entry -> learn.learn(entry, told).arrived().stream())
                        .toList();
            });
            arrived.forEach(FindLateArrivals::log);
        }
    }

    private static void log(HeldUsage held) {
        LOG.info(
                "Entry {} of contract {}: version {} had reached Salesforce after all",
                held.entryId(),
                held.contractId(),
                held.version());
    }
}
