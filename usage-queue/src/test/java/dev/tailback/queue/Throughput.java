package dev.tailback.queue;

import dev.tailback.services.EmbeddedRedis;
import dev.tailback.services.testing.TestServices;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Measures the queue on this machine; asserts nothing. Arguments: records, records per contract, workers. Prints fill and drain rates, Redis' processor time
 * and memory per record, and beside them those of a plain stream in a Redis of its own. Draining means take and settle as accepted.
 */
final class Throughput {
    private static final int BATCH = 200;

    private Throughput() {}

    public static void main(String[] arguments) throws IOException {
        int records = Integer.parseInt(arguments[0]);
        int perContract = Integer.parseInt(arguments[1]);
        int workers = Integer.parseInt(arguments[2]);
        for (int round = 0; round < 4; round++) {
            try (EmbeddedRedis redis = TestServices.ownRedis();
                    UsageQueue queue = UsageQueue.connect(QueueConfiguration.of(redis.uri()))) {
                measure(redis, queue, records, perContract, workers);
            }
            try (EmbeddedRedis redis = TestServices.ownRedis()) {
                new PlainStream(redis.uri()).measure(records, BATCH);
            }
        }
    }

    private static void measure(EmbeddedRedis redis, UsageQueue queue, int records, int perContract, int workers)
            throws IOException {
        try (Rebuild rebuild = queue.beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.finish();
        }
        List<List<UsageRecord>> offers = offers(records, perContract);
        RedisClient client = RedisClient.create(redis.uri());
        RedisCommands<String, String> commands = client.connect().sync();
        double emptyBytes = info(commands, "memory", "used_memory:");
        double cpuAtStart = cpu(commands);
        double fill = seconds(() -> offers.forEach(queue::offer));
        double cpuFilled = cpu(commands);
        double bytes = (info(commands, "memory", "used_memory:") - emptyBytes) / records;
        double log = (double) logBytes(redis.directory()) / records;
        double drain = seconds(() -> drain(queue, workers));
        double cpuDrained = cpu(commands);
        double acknowledge = seconds(() -> acknowledge(queue));
        double cpuAcknowledged = cpu(commands);
        System.out.printf(
                "%,d records, %d per contract, %d workers: fill %,.0f/s, take+settle %,.0f/s, outcomes %,.0f/s;"
                        + " Redis us per record: fill %.1f, take+settle %.1f, outcomes %.1f; bytes per waiting record %.0f, log %.0f%n",
                records,
                perContract,
                workers,
                records / fill,
                records / drain,
                records / acknowledge,
                1e6 * (cpuFilled - cpuAtStart) / records,
                1e6 * (cpuDrained - cpuFilled) / records,
                1e6 * (cpuAcknowledged - cpuDrained) / records,
                bytes,
                log);
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private static List<List<UsageRecord>> offers(int records, int perContract) {
        List<List<UsageRecord>> offers = new ArrayList<>();
        for (int from = 0; from < records; from += BATCH) {
            List<UsageRecord> offer = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                offer.add(new UsageRecord(
                        UUID.randomUUID(),
                        String.format("800%012d", i / perContract),
                        String.format("a0P%012d", i),
                        1,
                        3,
                        false,
                        "Ad in the issue of spring, " + "x".repeat(110) + " reference " + i,
                        0));
            }
            offers.add(offer);
        }
        return offers;
    }

    private static void drain(UsageQueue queue, int workers) {
        AtomicInteger number = new AtomicInteger();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(CompletableFuture.runAsync(() -> drainAlone(queue, number), task -> new Thread(task).start()));
        }
        running.forEach(CompletableFuture::join);
    }

    private static void drainAlone(UsageQueue queue, AtomicInteger number) {
        while (queue.take("b" + number.incrementAndGet(), BATCH, Duration.ofMinutes(1)) instanceof Batch batch) {
            queue.settle(batch.id(), Fixture.allAccepted(batch));
        }
    }

    private static void acknowledge(UsageQueue queue) {
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            List<Outcome> read = outcomes.read(500, Duration.ZERO);
            while (!read.isEmpty()) {
                outcomes.acknowledge(read);
                read = outcomes.read(500, Duration.ZERO);
            }
        }
    }

    static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    static double cpu(RedisCommands<String, String> commands) {
        return info(commands, "cpu", "used_cpu_user:") + info(commands, "cpu", "used_cpu_sys:");
    }

    private static double info(RedisCommands<String, String> commands, String section, String field) {
        return commands.info(section)
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.substring(field.length())))
                .findFirst()
                .orElseThrow();
    }

    private static long logBytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().contains("appendonlydir"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
