package dev.tailback.localcrms.hubspot.search;

import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import java.util.List;
import java.util.Optional;

/**
 * A search that can be run.
 *
 * @param groups one of them must hold, and in it every condition; none at all finds everything
 * @param text words that must stand in the properties HubSpot searches; empty for none
 * @param after how many records to pass over
 */
public record SearchQuery(
        ObjectType type,
        List<List<Condition>> groups,
        Optional<Order> order,
        String text,
        List<String> properties,
        int limit,
        int after) {

    record Order(Property property, boolean descending) {}

    boolean holds(CrmRecord record) {
        boolean filtered = groups.isEmpty()
                || groups.stream().anyMatch(group -> group.stream().allMatch(condition -> condition.holds(record)));
        return filtered && (text.isEmpty() || holdsText(record));
    }

    private boolean holdsText(CrmRecord record) {
        StringBuilder all = new StringBuilder();
        type.searchedProperties()
                .forEach(name ->
                        record.value(name).ifPresent(value -> all.append(value).append(' ')));
        return Tokens.holds(all.toString(), text);
    }

    /** No record with a lower id matches. */
    long lowestId() {
        return groups.stream()
                .mapToLong(group ->
                        group.stream().mapToLong(Condition::lowestId).max().orElse(0))
                .min()
                .orElse(0);
    }
}
