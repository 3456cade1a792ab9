package dev.tailback.worker.breaker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next probe: a random time, so that several workers do not probe at the same moment. Its
 * upper bound doubles with every failed probe. A Retry-After counts up to our own longest wait: it may be wrong, or not
 * come from Salesforce.
 */
final class ProbeWaits {
    private final BreakerSettings settings;
    private final RandomGenerator random;

    ProbeWaits(BreakerSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** @param probes failed ones so far */
    Duration next(PauseReason pause, int probes) {
        long shortest = (pause.isShortOfCalls() ? settings.quotaWait() : settings.firstWait()).toMillis();
        long longest =
                pause.isShortOfCalls() ? 2 * shortest : settings.longestWait().toMillis();
        long ceiling = Math.max(shortest, Math.min(longest, shortest << Math.min(probes, 20)));
        Duration wait = Duration.ofMillis(random.nextLong(shortest, ceiling + 1));
        return longer(wait, retryAfter(pause));
    }

    private Duration retryAfter(PauseReason pause) {
        Duration most = pause.isShortOfCalls() ? settings.quotaWait() : settings.longestWait();
        return pause.retryAfter()
                .map(asked -> asked.compareTo(most) < 0 ? asked : most)
                .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
