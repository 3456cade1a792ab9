package dev.tailback.verification.benchmarks.queue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisExecutable;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.peers.Passage;
import dev.tailback.verification.benchmarks.peers.Peer;
import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.benchmarks.peers.PeerRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench queue}: the usage queue beside a plain stream, round by round, each in a fresh Redis of its
 * own; then beside the queues that people use.
 */
@Command(
        name = "queue",
        description = "The usage queue beside a plain Redis stream, BullMQ, Sidekiq, Celery and RQ: rates, Redis'"
                + " processor time, bytes.",
        mixinStandardHelpOptions = true)
public final class MeasureQueue implements Callable<Integer> {
    @Mixin
    private LabOptions lab;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records a round (${DEFAULT-VALUE}); a slower peer gets fewer.")
    private int records = 200_000;

    @Option(names = "--per-contract", paramLabel = "N", description = "Records of one contract (${DEFAULT-VALUE}).")
    private int perContract = 10;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            description = "How many take from a queue, 16 at most, one measurement each (${DEFAULT-VALUE}).")
    private List<Integer> workers = List.of(1, 4);

    @Option(names = "--rounds", paramLabel = "N", description = "How often; the first warms up (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--peers",
            paramLabel = "NAME",
            split = ",",
            description = "Other queues to measure, each once: bullmq, sidekiq, celery, rq, or none (${DEFAULT-VALUE})."
                    + " npm fetches BullMQ once.")
    private List<String> peers = List.of("bullmq", "sidekiq", "celery", "rq");

    @Option(
            names = "--peer-seconds",
            paramLabel = "N",
            description = "How long a peer is watched at most while it works (${DEFAULT-VALUE}).")
    private int peerSeconds = 15;

    @Option(
            names = "--redis",
            paramLabel = "PATH",
            description = "Another redis-server, 7 or newer, instead of the embedded one.")
    private Optional<Path> redis = Optional.empty();

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--records", records);
        LabOptions.atLeast(1, "--per-contract", perContract);
        LabOptions.atLeast(1, "--rounds", rounds);
        LabOptions.atLeast(1, "--peer-seconds", peerSeconds);
        workers.forEach(number -> LabOptions.within(1, 16, "--workers", number));
        List<Peer> others = others();
        RedisExecutable executable = redis.map(MeasureQueue::given).orElseGet(RedisExecutable::embedded);
        return lab.measure(lab -> measure(lab, executable, others));
    }

    private List<Peer> others() {
        return peers.equals(List.of("none"))
                ? List.of()
                : peers.stream().map(MeasureQueue::named).toList();
    }

    private static Peer named(String peer) {
        return Peer.named(peer)
                .orElseThrow(() -> CannotStart.misconfigured("--peers knows no " + peer
                        + ": give bullmq, sidekiq, celery, rq with commas between, or none."));
    }

    private static RedisExecutable given(Path path) {
        try {
            return RedisExecutable.at(path);
        } catch (IllegalArgumentException unfit) {
            throw CannotStart.misconfigured("--redis: " + unfit.getMessage() + ".", unfit);
        }
    }

    private void measure(Lab lab, RedisExecutable executable, List<Peer> others) {
        System.out.printf(
                "%,d records of 230 bytes, %d per contract, taken by 200, %d rounds; Redis %s with %s%n",
                records, perContract, rounds, executable.version(), executable.allocator());
        SideBySide all = new SideBySide();
        for (int number : workers) {
            BothQueues both = rounds(lab, executable, number);
            System.out.println(number + (number == 1 ? " worker" : " workers"));
            both.table().print(System.out);
            all.add(both);
            beside(lab, executable, others, all);
        }
        if (!others.isEmpty()) {
            all.table().print(System.out);
        }
    }

    private BothQueues rounds(Lab lab, RedisExecutable executable, int number) {
        BothQueues both = new BothQueues(number);
        for (int round = 1; round <= rounds; round++) {
            BothQueues counted = round > 1 || rounds == 1 ? both : new BothQueues(number);
            Passage ours = inFresh(
                    lab.redis("queue-" + number + "-" + round, executable),
                    own -> new OurQueue(own, perContract, number)
                            .measure(records, seconds -> counted.addOutcomes(seconds, records)));
            Passage plain = inFresh(
                    lab.redis("stream-" + number + "-" + round, executable),
                    own -> new PlainStream(own, number).measure(records));
            counted.add(ours, plain);
        }
        return both;
    }

    private static Passage inFresh(EmbeddedRedis fresh, Function<EmbeddedRedis, Passage> measurement) {
        try (EmbeddedRedis own = fresh) {
            return measurement.apply(own);
        }
    }

    private void beside(Lab lab, RedisExecutable executable, List<Peer> others, SideBySide all) {
        PeerRun run = new PeerRun(lab, name -> lab.redis(name, executable), Duration.ofSeconds(peerSeconds));
        for (Peer peer : others) {
            try {
                all.add(peer, run.measure(peer, records, all.workers()));
            } catch (PeerMissing missing) {
                System.out.println(missing.getMessage() + ".");
            }
        }
    }
}
