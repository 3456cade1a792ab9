package dev.tailback.worker.drain;

import dev.tailback.salesforce.usage.UsageWriter;
import java.time.Duration;

/**
 * How the worker drains the queue.
 *
 * @param batchSize records per call, 1 to 200; 200
 * @param lease how long a batch stays with a worker that is silent; 90 s. After a worker has died, its contracts wait
 *     this long
 * @param callLimit the longest a single write may take; shorter than the lease
 * @param restBeforeRepeat how long a batch rests after a call without usable answer, because the call may still be
 *     running inside Salesforce; 1 s
 * @param stopWithin how long calls may run on after a stop was asked for; 20 s
 */
public record DrainSettings(
        int batchSize, Duration lease, Duration callLimit, Duration restBeforeRepeat, Duration stopWithin) {

    public static DrainSettings standard(Duration callLimit) {
        return new DrainSettings(
                UsageWriter.LARGEST_BATCH,
                callLimit.plus(Duration.ofSeconds(30)),
                callLimit,
                Duration.ofSeconds(1),
                Duration.ofSeconds(20));
    }

    /** The longest a sender may go without a sign of life: a call, its repeat with a new session, and time to spare. */
    Duration longestTurn() {
        return callLimit.multipliedBy(2).plus(Duration.ofMinutes(2));
    }

    /** @throws IllegalArgumentException if it is not 1 to 200 */
    public DrainSettings withBatchSize(int batchSize) {
        if (batchSize < 1 || batchSize > UsageWriter.LARGEST_BATCH) {
            throw new IllegalArgumentException("must be 1 to " + UsageWriter.LARGEST_BATCH + ", but is " + batchSize);
        }
        return new DrainSettings(batchSize, lease, callLimit, restBeforeRepeat, stopWithin);
    }

    /** @throws IllegalArgumentException if it is not longer than a call may take */
    public DrainSettings withLease(Duration lease) {
        if (lease.compareTo(callLimit) <= 0) {
            throw new IllegalArgumentException("must be longer than a call to Salesforce may take, which is "
                    + callLimit.toSeconds() + " s, but is " + lease.toSeconds() + " s");
        }
        return new DrainSettings(batchSize, lease, callLimit, restBeforeRepeat, stopWithin);
    }

    public DrainSettings withRestBeforeRepeat(Duration restBeforeRepeat) {
        return new DrainSettings(batchSize, lease, callLimit, restBeforeRepeat, stopWithin);
    }

    /** @throws IllegalArgumentException if it is negative */
    public DrainSettings withStopWithin(Duration stopWithin) {
        if (stopWithin.isNegative()) {
            throw new IllegalArgumentException("must be 0 or more, but is " + stopWithin);
        }
        return new DrainSettings(batchSize, lease, callLimit, restBeforeRepeat, stopWithin);
    }
}
