package dev.tailback.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A record that must wait before its next attempt, as when the ledger offers anew what Salesforce has refused for now.
 *
 * @param delay from now, 0 or more
 * @param code of the refusal: where it is on hold, the record waits until it is let go
 */
public record Postponed(UsageRecord record, Duration delay, Optional<String> code) {
    public Postponed {
        Objects.requireNonNull(record, "record");
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "Entry " + record.entryId() + " cannot be postponed by " + delay + ": it cannot be negative");
        }
    }

    /** Of which the refusal is not known. */
    public Postponed(UsageRecord record, Duration delay) {
        this(record, delay, Optional.empty());
    }
}
