package dev.tailback.verification.benchmarks.queue;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeStream;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.Settlement;
import dev.tailback.queue.Settlement.Attempt;
import dev.tailback.usage.UsageBatch;
import dev.tailback.usage.UsageRecord;
import dev.tailback.verification.benchmarks.lab.PatientQueue;
import dev.tailback.verification.benchmarks.lab.RedisMeter;
import dev.tailback.verification.benchmarks.peers.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/** The usage queue under load. Draining means take and settle as accepted, with an outcome told for each record. */
record OurQueue(EmbeddedRedis redis, int perContract, int workers) {
    static final int BATCH = 200;
    static final String KEEPS =
            "order per contract; newest version only; a dead worker's records come back when its lease ends; an"
                    + " outcome for each";

    private static final Duration LEASE = Duration.ofMinutes(1);

    /**
     * @param outcomes is told the seconds Redis' processor took to hand all outcomes to the ledger; the peer has none
     */
    Passage measure(int records, DoubleConsumer outcomes) {
        RedisMeter meter = new RedisMeter(redis);
        try (EntryQueue queue = PatientQueue.on(redis)) {
            open(queue);
            List<List<UsageRecord>> offers = offers(records);
            double empty = meter.bytes();
            double begin = meter.processor();
            double fill = RedisMeter.seconds(() -> offers.forEach(offer -> queue.offer(UsageRecord.entries(offer))));
            double filled = meter.processor();
            double bytes = meter.bytes() - empty;
            double log = meter.logBytes();
            double drain = RedisMeter.seconds(() -> drain(queue));
            double drained = meter.processor();
            acknowledge(queue);
            outcomes.accept(meter.processor() - drained);
            return new Passage(records, records, fill, drain, filled - begin, drained - filled, bytes, log);
        }
    }

    private static void open(EntryQueue queue) {
        try (Rebuild rebuild = queue.operations().beginRebuild(LEASE).orElseThrow()) {
            rebuild.finish();
        }
    }

    private List<List<UsageRecord>> offers(int records) {
        List<List<UsageRecord>> offers = new ArrayList<>();
        for (int from = 0; from < records; from += BATCH) {
            List<UsageRecord> offer = new ArrayList<>();
            for (int number = from; number < Math.min(records, from + BATCH); number++) {
                offer.add(record(number));
            }
            offers.add(offer);
        }
        return offers;
    }

    private UsageRecord record(int number) {
        return new UsageRecord(
                UUID.randomUUID(),
                String.format("800%012d", number / perContract),
                String.format("a0P%012d", number),
                1,
                3,
                false,
                "Ad in the issue of spring, " + "x".repeat(110) + " reference " + number,
                0);
    }

    private void drain(EntryQueue queue) {
        AtomicInteger number = new AtomicInteger();
        atOnce(workers, () -> drainAlone(queue, number));
    }

    /** Runs it in as many threads. */
    static void atOnce(int workers, Runnable work) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(CompletableFuture.runAsync(work, task -> new Thread(task).start()));
        }
        running.forEach(CompletableFuture::join);
    }

    private static void drainAlone(EntryQueue queue, AtomicInteger number) {
        Optional<UsageBatch> batch = taken(queue, number);
        while (batch.isPresent()) {
            queue.settle(batch.get().id(), accepted(batch.get()), attempts(batch.get()));
            batch = taken(queue, number);
        }
    }

    private static Optional<UsageBatch> taken(EntryQueue queue, AtomicInteger number) {
        return queue.take("b" + number.incrementAndGet(), BATCH, LEASE).batch().map(UsageBatch::of);
    }

    private static List<Settlement> accepted(UsageBatch batch) {
        List<Settlement> settlements = new ArrayList<>();
        batch.records().forEach(record -> settlements.add(record.accepted("a0U-" + record.entryId())));
        return settlements;
    }

    /** As a worker tells them of a call that made a new record of each. */
    private static Map<UUID, Attempt> attempts(UsageBatch batch) {
        Instant sentAt = Instant.now();
        Map<UUID, Attempt> attempts = new HashMap<>();
        for (UsageRecord record : batch.records()) {
            attempts.put(
                    record.entryId(),
                    new Attempt(
                            "worker-12345-0a1b2c3d",
                            sentAt,
                            Duration.ofMillis(43),
                            OptionalInt.of(200),
                            true,
                            Optional.empty()));
        }
        return attempts;
    }

    private static void acknowledge(EntryQueue queue) {
        try (OutcomeStream outcomes = queue.outcomes("ledger")) {
            List<Outcome> read = outcomes.read(500, Duration.ZERO);
            while (!read.isEmpty()) {
                outcomes.acknowledge(read);
                read = outcomes.read(500, Duration.ZERO);
            }
        }
    }
}
