package dev.tailback.crm.hubspot;

import java.time.Duration;
import java.time.Instant;

/**
 * The span of time that a reading covers.
 *
 * @param from what is older was read
 * @param upper the newest that is known
 * @param seen when it became known, by the clock of HubSpot's server; only compared with other times of that clock
 */
record Window(Instant from, Instant upper, Instant seen) {

    static final Window EVERYTHING = new Window(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    Window raised(Instant newest, Instant now) {
        return newest.isAfter(upper) ? new Window(from, newest, now) : this;
    }

    boolean isEmpty() {
        return from.isAfter(upper);
    }

    /**
     * After it was read. As long as older changes may still come to light, they are read again; so are all that carry the
     * newest time.
     */
    Window read(Instant began, Duration overlap) {
        boolean settled = !began.isBefore(seen.plus(overlap));
        Instant next = settled ? upper.plusMillis(1) : upper.minus(overlap);
        return new Window(next.isBefore(Instant.EPOCH) ? Instant.EPOCH : next, upper, seen);
    }
}
