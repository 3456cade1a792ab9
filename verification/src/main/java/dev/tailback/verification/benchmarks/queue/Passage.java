package dev.tailback.verification.benchmarks.queue;

/**
 * Records once through a queue in Redis: in, and out again.
 *
 * @param fillSeconds from the first offer to the last
 * @param drainSeconds from the first hand-out to the last record that is done with
 * @param fillProcessor seconds of Redis' processor time for filling
 * @param drainProcessor the same for draining
 * @param bytes of Redis' memory for all of them while they wait
 * @param log bytes of Redis' append-only file when all wait
 */
record Passage(
        int records,
        double fillSeconds,
        double drainSeconds,
        double fillProcessor,
        double drainProcessor,
        double bytes,
        double log) {

    double filledPerSecond() {
        return records / fillSeconds;
    }

    double drainedPerSecond() {
        return records / drainSeconds;
    }

    double fillMicros() {
        return 1e6 * fillProcessor / records;
    }

    double drainMicros() {
        return 1e6 * drainProcessor / records;
    }

    double bytesPerRecord() {
        return bytes / records;
    }

    double logPerRecord() {
        return log / records;
    }
}
