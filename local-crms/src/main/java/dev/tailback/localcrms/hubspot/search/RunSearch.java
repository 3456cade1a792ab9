package dev.tailback.localcrms.hubspot.search;

import dev.tailback.localcrms.hubspot.records.CrmRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Runs a search over what the index sees. */
public final class RunSearch {

    private RunSearch() {}

    public static Found of(SearchQuery query, NavigableMap<Long, CrmRecord> seen) {
        List<CrmRecord> matching = new ArrayList<>();
        for (CrmRecord record : seen.tailMap(query.lowestId(), true).values()) {
            if (query.holds(record)) {
                matching.add(record);
            }
        }
        query.order().ifPresent(order -> sort(matching, order));
        int from = Math.min(query.after(), matching.size());
        int to = Math.min(from + query.limit(), matching.size());
        Optional<Integer> next = to < matching.size() ? Optional.of(to) : Optional.empty();
        return new Found(matching.size(), List.copyOf(matching.subList(from, to)), next);
    }

    /** Records without a value come last, whichever way; equal ones stay in the order of their ids. */
    private static void sort(List<CrmRecord> records, SearchQuery.Order order) {
        if (order.property().name().equals("hs_object_id") && !order.descending()) {
            return;
        }
        record Keyed(CrmRecord record, Optional<Key> key) {}
        Comparator<Key> byKey = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Keyed> byOrder =
                (one, other) -> one.key().isPresent() && other.key().isPresent()
                        ? byKey.compare(one.key().get(), other.key().get())
                        : Boolean.compare(other.key().isPresent(), one.key().isPresent());
        List<CrmRecord> sorted = records.stream()
                .map(record -> new Keyed(record, Key.of(order.property(), record)))
                .sorted(byOrder)
                .map(Keyed::record)
                .toList();
        records.clear();
        records.addAll(sorted);
    }
}
