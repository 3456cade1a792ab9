package dev.tailback.salesforce.usage;

import java.util.Optional;

/**
 * Which page of usage to read.
 *
 * @param contractId one contract only
 * @param after the last key of the page before
 * @param limit rows, 1 to 2,000, which is what one call brings
 */
public record UsagePageSearch(Optional<String> contractId, Optional<String> after, int limit) {

    public UsagePageSearch {
        if (limit < 1 || limit > 2_000) {
            throw new IllegalArgumentException("A page of " + limit + " rows cannot be read: take 1 to 2,000");
        }
    }
}
