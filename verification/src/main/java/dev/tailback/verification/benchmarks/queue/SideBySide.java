package dev.tailback.verification.benchmarks.queue;

import dev.tailback.verification.benchmarks.peers.Passage;
import dev.tailback.verification.benchmarks.peers.Peer;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;

/** All queues of one run in one table, each with what it promises. The peers ran right after ours. */
final class SideBySide {
    private final Table table = new Table(
            "queue",
            "workers",
            "filled, records/s",
            "taken and done, records/s",
            "ours beside it",
            "Redis µs a record: fill",
            "taken and done",
            "bytes a waiting record",
            "keeps");
    private int workers;
    private double ours;

    void add(BothQueues both) {
        workers = both.workers();
        ours = both.queue(Passage::drainedPerSecond);
        row(
                "usage queue",
                OurQueue.KEEPS,
                both.queue(Passage::filledPerSecond),
                ours,
                both.queue(Passage::fillMicros),
                both.queue(Passage::drainMicros),
                both.queue(Passage::bytesPerRecord));
        row(
                "plain stream",
                PlainStream.KEEPS,
                both.stream(Passage::filledPerSecond),
                both.stream(Passage::drainedPerSecond),
                both.stream(Passage::fillMicros),
                both.stream(Passage::drainMicros),
                both.stream(Passage::bytesPerRecord));
    }

    void add(Peer peer, Passage it) {
        row(
                peer.name(),
                peer.keeps(),
                it.filledPerSecond(),
                it.drainedPerSecond(),
                it.fillMicros(),
                it.drainMicros(),
                it.bytesPerRecord());
    }

    /** Of the queue that was added last. */
    int workers() {
        return workers;
    }

    Table table() {
        return table;
    }

    private void row(
            String name,
            String keeps,
            double filled,
            double drained,
            double fillMicros,
            double drainMicros,
            double bytes) {
        table.row(
                name,
                workers,
                Samples.number(filled, 0),
                Samples.number(drained, 0),
                "× " + Samples.number(ours / drained, 2),
                Samples.number(fillMicros, 1),
                Samples.number(drainMicros, 1),
                Samples.number(bytes, 0),
                keeps);
    }
}
