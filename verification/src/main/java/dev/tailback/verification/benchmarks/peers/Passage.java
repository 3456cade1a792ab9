package dev.tailback.verification.benchmarks.peers;

/**
 * Records once through a queue in Redis: in, and out again.
 *
 * @param records that went in
 * @param drained those of them whose way out was watched; all of them, unless the queue is slow
 * @param fillSeconds from the first offer to the last
 * @param drainSeconds from the first hand-out to the last record that is done with
 * @param fillProcessor seconds of Redis' processor time for filling
 * @param drainProcessor the same for draining
 * @param bytes of Redis' memory for all of them while they wait
 * @param log bytes of Redis' append-only file when all wait
 */
public record Passage(
        int records,
        long drained,
        double fillSeconds,
        double drainSeconds,
        double fillProcessor,
        double drainProcessor,
        double bytes,
        double log) {

    public double filledPerSecond() {
        return records / fillSeconds;
    }

    public double drainedPerSecond() {
        return drained / drainSeconds;
    }

    public double fillMicros() {
        return 1e6 * fillProcessor / records;
    }

    public double drainMicros() {
        return 1e6 * drainProcessor / drained;
    }

    public double bytesPerRecord() {
        return bytes / records;
    }

    public double logPerRecord() {
        return log / records;
    }
}
