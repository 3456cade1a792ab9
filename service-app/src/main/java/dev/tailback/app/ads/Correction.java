package dev.tailback.app.ads;

import dev.tailback.app.ads.AdRequest.BookedProduct;
import dev.tailback.app.ads.EnoughUnits.Need;
import dev.tailback.app.ledger.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What turns the entries an ad has into those it should have. An entry never moves to another product or contract: it
 * is cancelled, and a new one takes its place, which is sent only after the cancellation was accepted.
 *
 * @param unchanged keep their product and their units
 */
record Correction(List<Change> changes, List<Entry> unchanged, List<Entry> cancelled, List<Addition> added) {

    /** Other units for a product the ad has already. */
    record Change(Entry entry, int units) {}

    /** A product the ad did not have. */
    record Addition(String contractProductId, int units, Optional<Entry> replaces) {}

    /** @param live the ad's entries that are not cancelled, in the order they were booked */
    static Correction of(List<Entry> live, AdRequest wanted) {
        Map<String, Entry> kept = new LinkedHashMap<>();
        List<Entry> cancelled = new ArrayList<>();
        Map<String, Integer> units = wanted.units();
        for (Entry entry : live) {
            boolean stays =
                    entry.contractId().equals(wanted.contractId()) && units.containsKey(entry.contractProductId());
            if (!stays || kept.putIfAbsent(entry.contractProductId(), entry) != null) {
                cancelled.add(entry);
            }
        }
        return new Correction(
                changes(kept, units),
                unchanged(kept, units),
                List.copyOf(cancelled),
                additions(kept, cancelled, wanted));
    }

    /** Every entry is to be cancelled. */
    static Correction cancelling(List<Entry> live) {
        return new Correction(List.of(), List.of(), List.copyOf(live), List.of());
    }

    private static List<Change> changes(Map<String, Entry> kept, Map<String, Integer> units) {
        return kept.values().stream()
                .map(entry -> new Change(entry, wanted(units, entry)))
                .filter(change -> change.units() != change.entry().units())
                .toList();
    }

    private static int wanted(Map<String, Integer> units, Entry kept) {
        return units.getOrDefault(kept.contractProductId(), 0);
    }

    private static List<Entry> unchanged(Map<String, Entry> kept, Map<String, Integer> units) {
        return kept.values().stream()
                .filter(entry -> wanted(units, entry) == entry.units())
                .toList();
    }

    /**
     * The first new entry replaces the first cancelled one, and so on; what is left over on either side stands alone.
     */
    private static List<Addition> additions(Map<String, Entry> kept, List<Entry> cancelled, AdRequest wanted) {
        List<BookedProduct> added = wanted.products().stream()
                .filter(product -> !kept.containsKey(product.contractProductId()))
                .toList();
        List<Addition> additions = new ArrayList<>();
        for (int index = 0; index < added.size(); index++) {
            Optional<Entry> replaces = index < cancelled.size() ? Optional.of(cancelled.get(index)) : Optional.empty();
            additions.add(new Addition(
                    added.get(index).contractProductId(), added.get(index).units(), replaces));
        }
        return List.copyOf(additions);
    }

    boolean isEmpty() {
        return changes.isEmpty() && cancelled.isEmpty() && added.isEmpty();
    }

    /** Whether Salesforce will be asked to change anything it holds, or may hold, of this contract. */
    boolean touches(String contractId) {
        return changes.stream()
                        .map(Change::entry)
                        .anyMatch(entry -> entry.contractId().equals(contractId))
                || cancelled.stream().anyMatch(entry -> entry.contractId().equals(contractId) && !entry.withdrawable());
    }

    /** What the ad needs of each product in the end, and how much of that is more than is counted for it already. */
    Map<String, Need> needs() {
        Map<String, Need> needs = new HashMap<>();
        added.forEach(
                addition -> needs.put(addition.contractProductId(), new Need(addition.units(), addition.units())));
        changes.forEach(change -> needs.put(change.entry().contractProductId(), need(change)));
        return needs;
    }

    /** What waits here for the entry is counted already, and so is what Salesforce holds. */
    private static Need need(Change change) {
        int counted = Math.max(change.entry().wanted(), change.entry().held());
        return new Need(change.units(), Math.max(change.units() - counted, 0));
    }
}
