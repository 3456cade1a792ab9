package dev.tailback.crm.kit;

import java.time.Clock;
import java.time.Duration;

/** The clock of a connector under test: short waits are real, long ones pass at once. */
public final class OurTime implements Waiting {

    private static final Duration REAL_UP_TO = Duration.ofSeconds(2);

    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private Duration ahead = Duration.ZERO;

    public Clock clock() {
        return clock;
    }

    @Override
    public void pass(Duration time) {
        if (time.compareTo(REAL_UP_TO) <= 0) {
            Waiting.REAL.pass(time);
        } else {
            ahead = ahead.plus(time);
            clock.setWrong(ahead);
        }
    }
}
