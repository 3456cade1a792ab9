package dev.tailback.crm.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A clock that runs with another one, can be set wrong, and can be stopped. */
public final class MovableClock extends Clock {

    private final Clock right;
    private Duration wrongBy = Duration.ZERO;
    private Optional<Instant> stopped = Optional.empty();

    public MovableClock(Clock right) {
        this.right = right;
    }

    /** From now on it is that much ahead; behind where negative. */
    public synchronized void setWrong(Duration by) {
        wrongBy = by;
    }

    public synchronized void stop() {
        stopped = Optional.of(instant());
    }

    public synchronized void go() {
        stopped = Optional.empty();
    }

    @Override
    public synchronized Instant instant() {
        return stopped.orElseGet(() -> right.instant().plus(wrongBy));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
