package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often values occur: two that share a rare name are more likely the same than two that share a common one.
 *
 * @param counts by attribute and folded value; a value that is not there is rare
 * @param records how many records have the attribute
 */
public record Terms(Map<String, Map<String, Long>> counts, Map<String, Long> records) {

    /** So many values of each attribute are kept, the most frequent. */
    public static final int MOST_KEPT = 20_000;

    /** With fewer records than this, what is usual has as much to say as what was counted. */
    private static final double USUAL = 200;

    public Terms {
        counts = Map.copyOf(counts);
        records = Map.copyOf(records);
    }

    public static Terms none() {
        return new Terms(Map.of(), Map.of());
    }

    static Terms in(Entity entity, List<Prepared> all) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        Map<String, Long> records = new HashMap<>();
        for (Attribute attribute : Compared.in(entity)) {
            Map<String, Long> found = all.stream()
                    .flatMap(one -> one.feature(attribute).stream())
                    .collect(Collectors.groupingBy(Feature::text, Collectors.counting()));
            records.put(
                    attribute.name(),
                    found.values().stream().mapToLong(Long::longValue).sum());
            counts.put(attribute.name(), mostFrequent(found));
        }
        return new Terms(counts, records);
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> found) {
        return found.entrySet().stream()
                .filter(term -> term.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a shared value says beyond what sharing any value says, in bits; negative for a common one. */
    double bits(String attribute, String folded, double usually) {
        double all = records.getOrDefault(attribute, 0L);
        double found = counts.getOrDefault(attribute, Map.of()).getOrDefault(folded, 1L);
        return all == 0 ? 0 : Odds.log2(usually * (all + USUAL) / (found + USUAL * usually));
    }
}
