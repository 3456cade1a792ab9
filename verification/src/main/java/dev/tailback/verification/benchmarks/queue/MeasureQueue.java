package dev.tailback.verification.benchmarks.queue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench queue}: the usage queue beside a plain stream, round by round, each in a fresh Redis of its
 * own.
 */
@Command(
        name = "queue",
        description = "The usage queue beside a plain Redis stream: rates, Redis' processor time, bytes.",
        mixinStandardHelpOptions = true)
public final class MeasureQueue implements Callable<Integer> {
    @Mixin
    private LabOptions lab;

    @Option(names = "--records", paramLabel = "N", description = "Records a round (${DEFAULT-VALUE}).")
    private int records = 200_000;

    @Option(names = "--per-contract", paramLabel = "N", description = "Records of one contract (${DEFAULT-VALUE}).")
    private int perContract = 10;

    @Option(names = "--workers", paramLabel = "N", description = "Who take from the queue (${DEFAULT-VALUE}).")
    private int workers = 1;

    @Option(names = "--rounds", paramLabel = "N", description = "How often; the first warms up (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--records", records);
        LabOptions.atLeast(1, "--per-contract", perContract);
        LabOptions.atLeast(1, "--workers", workers);
        LabOptions.atLeast(1, "--rounds", rounds);
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        System.out.printf(
                "%,d records of 230 bytes, %d per contract, %d taking by 200, %d rounds%n",
                records, perContract, workers, rounds);
        BothQueues both = new BothQueues();
        for (int round = 1; round <= rounds; round++) {
            boolean counts = round > 1 || rounds == 1;
            Passage ours = ours(lab, "queue-" + round, counts ? both : new BothQueues());
            Passage plain = plain(lab, "stream-" + round);
            if (counts) {
                both.add(ours, plain);
            }
        }
        both.table().print(System.out);
    }

    private Passage ours(Lab lab, String name, BothQueues both) {
        try (EmbeddedRedis redis = lab.redis(name)) {
            return new OurQueue(redis, perContract, workers)
                    .measure(records, seconds -> both.addOutcomes(seconds, records));
        }
    }

    private Passage plain(Lab lab, String name) {
        try (EmbeddedRedis redis = lab.redis(name)) {
            return new PlainStream(redis).measure(records);
        }
    }
}
