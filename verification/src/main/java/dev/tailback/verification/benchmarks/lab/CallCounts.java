package dev.tailback.verification.benchmarks.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Salesforce was asked, by its own count.
 *
 * @param byResource such as {@code PATCH /composite/sobjects/{object}/{field}}
 * @param saved records that were inserted or updated
 * @param refused records that were not
 */
public record CallCounts(Map<String, Long> byResource, long saved, long refused) {

    static CallCounts read(JsonNode calls) {
        Map<String, Long> byResource = new TreeMap<>();
        calls.path("byResource")
                .properties()
                .forEach(
                        field -> byResource.put(field.getKey(), field.getValue().asLong()));
        return new CallCounts(
                byResource,
                calls.path("recordsUpserted").asLong(),
                calls.path("recordsRefused").asLong());
    }

    public CallCounts since(CallCounts earlier) {
        Map<String, Long> more = new TreeMap<>();
        byResource.forEach((resource, count) -> {
            long added = count - earlier.byResource.getOrDefault(resource, 0L);
            if (added > 0) {
                more.put(resource, added);
            }
        });
        return new CallCounts(more, saved - earlier.saved, refused - earlier.refused);
    }

    /** Calls that write usage. */
    public long writes() {
        return byResource.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("PATCH /composite/sobjects"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Every call, logins too. */
    public long all() {
        return byResource.values().stream().mapToLong(Long::longValue).sum();
    }
}
