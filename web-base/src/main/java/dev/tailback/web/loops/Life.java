package dev.tailback.web.loops;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of one loop from outside. Its times are those of the machine's steady clock. */
final class Life {

    private final AtomicLong failures = new AtomicLong();
    private volatile long lastSign = System.nanoTime();
    private volatile long quietUntil = lastSign;
    private volatile Optional<Throwable> failing = Optional.empty();

    void sign() {
        long now = System.nanoTime();
        lastSign = now;
        quietUntil = now;
    }

    /** It waits, as it should, and gives no sign until then. */
    void waits(Duration atMost) {
        sign();
        quietUntil = lastSign + atMost.toNanos();
    }

    void failed(Throwable failure) {
        sign();
        failures.incrementAndGet();
        failing = Optional.of(failure);
    }

    void worked() {
        sign();
        failing = Optional.empty();
    }

    /** Since its last sign, or since it should have come back from its wait. */
    Duration silentFor() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - quietUntil));
    }

    Duration sinceLastSign() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - lastSign));
    }

    long failures() {
        return failures.get();
    }

    /** What it failed with, unless it has worked since. */
    Optional<Throwable> failing() {
        return failing;
    }
}
