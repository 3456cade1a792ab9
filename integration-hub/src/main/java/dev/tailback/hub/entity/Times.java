package dev.tailback.hub.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * When a value got into a record, as far as it can be known. We always know an interval by our own clock: we saw
 * the record without the value, and later with it. The CRM may tell a time by its own clock, which may be wrong: it
 * counts only within our interval.
 *
 * @param earliest when we last saw the record without this value; {@link Instant#EPOCH} on first meeting
 * @param latest when we first saw it with this value
 * @param told by the CRM for this very attribute, where it tells
 */
public record Times(Instant earliest, Instant latest, Optional<Instant> told) {

    public Times {
        if (earliest.isAfter(latest)) {
            throw new IllegalArgumentException(
                    "a value was seen at " + latest + ", before it was missing at " + earliest);
        }
    }

    public static Times told(Instant told, Instant earliest, Instant latest) {
        return new Times(earliest, latest, Optional.of(told));
    }

    public static Times between(Instant earliest, Instant latest) {
        return new Times(earliest, latest, Optional.empty());
    }

    /** The beginning of what is possible. */
    public Instant from() {
        return told.map(this::within).orElse(earliest);
    }

    /** The end of what is possible; equal to the beginning where the CRM told a time. */
    public Instant to() {
        return told.map(this::within).orElse(latest);
    }

    private Instant within(Instant time) {
        if (time.isBefore(earliest)) {
            return earliest;
        }
        return time.isAfter(latest) ? latest : time;
    }
}
