package dev.tailback.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry that must wait before its next attempt, as when the ledger offers anew what was refused for now.
 *
 * @param delay from now, 0 or more
 * @param code of the refusal: where it is on hold, the entry waits until it is let go
 */
public record Postponed(QueueEntry entry, Duration delay, Optional<String> code) {
    public Postponed {
        Objects.requireNonNull(entry, "entry");
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "Entry " + entry.id() + " cannot be postponed by " + delay + ": it cannot be negative");
        }
    }

    /** Of which the refusal is not known. */
    public Postponed(QueueEntry entry, Duration delay) {
        this(entry, delay, Optional.empty());
    }
}
