package dev.tailback.queue.outcomes;

import dev.tailback.queue.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which outcomes of the stream's entries are not acknowledged yet. What is acknowledged of a half done entry is
 * remembered here only: a service app that reads it instead of us gets all of it again.
 */
final class OpenDeliveries {
    private final Map<String, Delivery> deliveries = new HashMap<>();

    private record Delivery(int size, Set<String> open) {}

    /** The positions in an entry that are not acknowledged: all, when it is new. */
    List<Integer> openIn(OutcomeEntry entry) {
        Delivery known = deliveries.get(entry.id().entry());
        return IntStream.range(0, entry.size())
                .filter(position ->
                        known == null || known.open().contains(entry.id().of(position)))
                .boxed()
                .toList();
    }

    /** @return whether anything of the entry is open */
    boolean remember(OutcomeEntry entry, List<Outcome> outcomes) {
        Delivery delivery =
                deliveries.computeIfAbsent(entry.id().entry(), id -> new Delivery(entry.size(), new LinkedHashSet<>()));
        outcomes.forEach(outcome -> delivery.open().add(outcome.streamId()));
        return !delivery.open().isEmpty();
    }

    /** The entries that are done with these outcomes, for {@link #forget}. */
    List<String> doneWith(List<String> outcomes) {
        List<String> done = new ArrayList<>();
        for (String outcome : outcomes) {
            String entry = OutcomeEntry.Id.in(outcome).orElseThrow().entry();
            Delivery delivery = deliveries.get(entry);
            if (delivery != null
                    && delivery.open().remove(outcome)
                    && delivery.open().isEmpty()) {
                done.add(entry);
            }
        }
        return done;
    }

    int size(String entry) {
        return deliveries.get(entry).size();
    }

    void forget(List<String> entries) {
        entries.forEach(deliveries::remove);
    }

    void forgetAll() {
        deliveries.clear();
    }
}
