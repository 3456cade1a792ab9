package dev.tailback.worker.breaker;

import java.time.Duration;

/**
 * How the worker behaves while Salesforce cannot be written to.
 *
 * @param firstWait before the first probe; 1 s unless set
 * @param longestWait between later probes; 60 s
 * @param quotaShare share of the org's daily calls that background writes may use up, above 0 to 1; 0.9, so that people
 *     in Salesforce can still read
 * @param quotaWait between two probes while calls are short; 5 min
 */
public record BreakerSettings(Duration firstWait, Duration longestWait, double quotaShare, Duration quotaWait) {

    public static BreakerSettings standard() {
        return new BreakerSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), 0.9, Duration.ofMinutes(5));
    }

    /** @throws IllegalArgumentException if the share is not above 0 and at most 1 */
    public BreakerSettings withQuotaShare(double quotaShare) {
        if (!(quotaShare > 0 && quotaShare <= 1)) {
            throw new IllegalArgumentException("must be above 0 and at most 1, but is " + quotaShare);
        }
        return new BreakerSettings(firstWait, longestWait, quotaShare, quotaWait);
    }

    /** @throws IllegalArgumentException if a wait is not positive, or the first is longer than the longest */
    public BreakerSettings withWaits(Duration firstWait, Duration longestWait, Duration quotaWait) {
        if (firstWait.toMillis() < 1 || quotaWait.toMillis() < 1 || firstWait.compareTo(longestWait) > 0) {
            throw new IllegalArgumentException(
                    "must be 1 ms or longer, and the longest wait between probes no shorter than "
                            + firstWait.toMillis() + " ms");
        }
        return new BreakerSettings(firstWait, longestWait, quotaShare, quotaWait);
    }
}
