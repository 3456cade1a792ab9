package dev.tailback.queue;

import java.time.Duration;
import java.util.Objects;

/**
 * A record that must wait before its next attempt, as when the ledger offers anew what Salesforce has refused for now.
 *
 * @param delay from now, 0 or more
 */
public record Postponed(UsageRecord record, Duration delay) {
    public Postponed {
        Objects.requireNonNull(record, "record");
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "Entry " + record.entryId() + " cannot be postponed by " + delay + ": it cannot be negative");
        }
    }
}
