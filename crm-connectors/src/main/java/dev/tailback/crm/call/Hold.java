package dev.tailback.crm.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a CRM told us to stay away; meanwhile nothing is sent to it. */
public final class Hold {

    /** The longest, whatever the other side asks for. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Clock clock;
    private Instant began = Instant.MIN;
    private Instant end = Instant.MIN;

    public Hold(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** From now on; a longer hold that is in force stays. */
    public synchronized void hold(Duration time) {
        Instant now = clock.instant();
        Instant until = now.plus(time.compareTo(LONGEST) < 0 ? time : LONGEST);
        if (left().isEmpty() || until.isAfter(end)) {
            began = now;
            end = until;
        }
    }

    /** Empty when we may send. */
    public synchronized Optional<Duration> left() {
        Instant now = clock.instant();
        // A clock that was set back must not make a hold longer than it was.
        return now.isBefore(end) && !now.isBefore(began) ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    public synchronized Optional<Instant> until() {
        return left().map(some -> end);
    }
}
