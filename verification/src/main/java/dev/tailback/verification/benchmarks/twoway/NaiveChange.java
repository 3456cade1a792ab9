package dev.tailback.verification.benchmarks.twoway;

import java.time.Instant;
import java.util.Map;

/**
 * A record that was modified.
 *
 * @param at by the CRM's clock
 * @param isOurs whether the last one who modified it is the sync's own user
 * @param values the whole record by attribute; an empty field is empty text
 */
record NaiveChange(String id, Instant at, boolean isOurs, Map<String, String> values) {
    NaiveChange {
        values = Map.copyOf(values);
    }
}
