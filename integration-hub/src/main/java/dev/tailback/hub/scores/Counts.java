package dev.tailback.hub.scores;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted of one attribute in one CRM, or in a part of its records.
 *
 * @param refusedBy how many values each rule refused
 */
record Counts(long records, long filled, Map<String, Long> refusedBy, long compared, long agreed) {

    Counts {
        refusedBy = Map.copyOf(refusedBy);
    }

    static Counts records(long records) {
        return new Counts(records, 0, Map.of(), 0, 0);
    }

    static Counts accepted(long filled) {
        return new Counts(0, filled, Map.of(), 0, 0);
    }

    static Counts refused(long filled, String rule) {
        return new Counts(0, filled, Map.of(rule, filled), 0, 0);
    }

    static Counts compared(long compared, long agreed) {
        return new Counts(0, 0, Map.of(), compared, agreed);
    }

    Counts plus(Counts more) {
        Map<String, Long> both = new TreeMap<>(refusedBy);
        more.refusedBy.forEach((rule, values) -> both.merge(rule, values, Long::sum));
        return new Counts(
                records + more.records, filled + more.filled, both, compared + more.compared, agreed + more.agreed);
    }

    long refused() {
        return refusedBy.values().stream().mapToLong(Long::longValue).sum();
    }
}
