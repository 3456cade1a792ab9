package dev.tailback.salesforce.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * Which locked usage to read, by the time its contract was fulfilled.
 *
 * @param from from this time on, included
 * @param to up to this time, excluded
 * @param contractId one contract only
 * @param most at most so many lines
 */
public record LockedUsageSearch(Optional<Instant> from, Optional<Instant> to, Optional<String> contractId, int most) {}
