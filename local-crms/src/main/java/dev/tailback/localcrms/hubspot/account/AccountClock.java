package dev.tailback.localcrms.hubspot.account;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** The account's time, which a fault can set before or behind the time of the machine. */
public final class AccountClock {
    private final Clock clock;
    private final AtomicLong skewMs = new AtomicLong();

    public AccountClock(Clock clock) {
        this.clock = clock;
    }

    /** What the account writes into records, in milliseconds. */
    public long now() {
        return clock.millis() + skewMs.get();
    }

    /** The time of the machine, in milliseconds; allowances and tokens go by it. */
    public long machineNow() {
        return clock.millis();
    }

    /** @param otherMs how far the account's time is ahead; negative when it is behind */
    public void skew(long otherMs) {
        skewMs.set(otherMs);
    }
}
