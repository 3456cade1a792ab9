package dev.tailback.hub.scores;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the values of one attribute were in one CRM, as the last count of a day found it.
 *
 * @param day UTC
 * @param completeness of the records that are there and stand for something, those that have a value
 * @param validity of those that have a value, those whose value no rule of quality refuses
 * @param consistency of the records in which people said a value, as others did of the same thing in another CRM, those
 *     in which they said what is agreed, whatever was written since then
 * @param refusedBy how many values each rule refused, by its id
 */
public record Score(
        LocalDate day,
        String crm,
        String entity,
        String attribute,
        Share completeness,
        Share validity,
        Share consistency,
        Map<String, Long> refusedBy,
        Instant countedAt) {

    public Score {
        refusedBy = Collections.unmodifiableMap(new TreeMap<>(refusedBy));
    }
}
