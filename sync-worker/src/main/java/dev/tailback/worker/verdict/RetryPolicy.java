package dev.tailback.worker.verdict;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a record may fail, and how long it waits in between. Delays are random, so that records that failed
 * together are not sent again together.
 */
@Singleton
public final class RetryPolicy {
    private final RetrySettings settings;
    private final RandomGenerator random;

    public RetryPolicy(RetrySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    boolean isExhaustedAfter(int attempts) {
        return attempts >= settings.limit();
    }

    boolean isExhaustedForUnknownAfter(int attempts) {
        return attempts >= settings.unknownLimit();
    }

    /** The record does not cause a busy row, so it gets three times the usual attempts. */
    boolean isExhaustedForBusyRowAfter(int attempts) {
        return attempts >= 3 * settings.limit();
    }

    Duration first() {
        return between(settings.busyShortest(), settings.busyLongest());
    }

    /** Full jitter between the first delay and its double for every further attempt, up to the longest. */
    public Duration after(int attempts) {
        int doublings = Math.min(attempts, 30);
        long ceiling = Math.min(settings.longest().toMillis(), settings.first().toMillis() << doublings);
        return between(settings.first(), Duration.ofMillis(ceiling));
    }

    /**
     * Seconds while it may be one save of another user; later the usual growing delay, because it takes longer than a
     * save.
     */
    Duration forBusyRow(int attempts) {
        return isExhaustedAfter(attempts) ? after(attempts) : between(settings.busyShortest(), settings.busyLongest());
    }

    Duration forAnApproval() {
        return between(settings.approval(), settings.approval().multipliedBy(2));
    }

    private Duration between(Duration shortest, Duration longest) {
        long from = shortest.toMillis();
        long to = Math.max(from, longest.toMillis());
        return Duration.ofMillis(from == to ? from : random.nextLong(from, to + 1));
    }
}
