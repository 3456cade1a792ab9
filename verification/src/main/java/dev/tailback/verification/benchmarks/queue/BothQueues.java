package dev.tailback.verification.benchmarks.queue;

import dev.tailback.verification.benchmarks.peers.Passage;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of both, pair by pair: what ran right after each other is compared, and then the median of the ratios
 * taken.
 */
final class BothQueues {
    private final int workers;
    private final List<Passage> ours = new ArrayList<>();
    private final List<Passage> plain = new ArrayList<>();
    private final Samples outcomes = new Samples();

    BothQueues(int workers) {
        this.workers = workers;
    }

    int workers() {
        return workers;
    }

    /** The median of our queue's rounds. */
    double queue(ToDoubleFunction<Passage> figure) {
        return median(ours, figure);
    }

    /** The median of the stream's rounds. */
    double stream(ToDoubleFunction<Passage> figure) {
        return median(plain, figure);
    }

    private static double median(List<Passage> rounds, ToDoubleFunction<Passage> figure) {
        Samples samples = new Samples();
        rounds.forEach(round -> samples.add(figure.applyAsDouble(round)));
        return samples.median();
    }

    void add(Passage queue, Passage stream) {
        ours.add(queue);
        plain.add(stream);
    }

    void addOutcomes(double processorSeconds, int records) {
        outcomes.add(1e6 * processorSeconds / records);
    }

    Table table() {
        Table table = new Table("", "queue", "plain stream", "ratio");
        row(table, "fill, records/s", 0, Passage::filledPerSecond);
        row(table, "take + settle, records/s", 0, Passage::drainedPerSecond);
        row(table, "Redis µs a record: fill", 1, Passage::fillMicros);
        row(table, "Redis µs a record: take + settle", 1, Passage::drainMicros);
        table.row("Redis µs a record: outcomes to the ledger", outcomes.shown(1), "–", "–");
        row(table, "bytes a waiting record, memory", 0, Passage::bytesPerRecord);
        row(table, "bytes a waiting record, log", 0, Passage::logPerRecord);
        return table;
    }

    private void row(Table table, String name, int decimals, ToDoubleFunction<Passage> figure) {
        Samples queue = new Samples();
        Samples stream = new Samples();
        Samples ratio = new Samples();
        for (int round = 0; round < ours.size(); round++) {
            double mine = figure.applyAsDouble(ours.get(round));
            double theirs = figure.applyAsDouble(plain.get(round));
            queue.add(mine);
            stream.add(theirs);
            ratio.add(mine / theirs);
        }
        table.row(name, queue.shown(decimals), stream.shown(decimals), "× " + ratio.shown(2));
    }
}
