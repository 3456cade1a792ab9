package dev.tailback.app.relay;

import dev.tailback.app.entries.QueueTrouble;
import dev.tailback.queue.Offered;
import dev.tailback.queue.Postponed;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.UsageQueue;
import dev.tailback.queue.UsageRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers records to the queue, and counts them for monitoring. */
@Singleton
class QueueOffers {

    private final UsageQueue queue;
    private final QueueTrouble trouble;
    private final Clock clock;
    private final Counter added;
    private final Counter known;
    private final Counter rebuilt;

    QueueOffers(UsageQueue queue, QueueTrouble trouble, MeterRegistry registry, Clock clock) {
        this.queue = queue;
        this.trouble = trouble;
        this.clock = clock;
        this.added = counter(registry, "added");
        this.known = counter(registry, "known");
        this.rebuilt = counter(registry, "rebuilt");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("tailback.relay.offers")
                .tag("result", result)
                .description("Records offered to the queue: new to it, known already, or in a rebuild")
                .register(registry);
    }

    /** @throws dev.tailback.queue.QueueUnavailable if an offer would be refused now, as when Redis is full */
    void probe() {
        queue.operations().probe();
    }

    /** Tells people whose entries wait why the queue did not take them, if it did not. */
    void tell(Optional<String> refusal) {
        trouble.is(refusal);
    }

    boolean needRebuild() {
        return queue.operations().needsRebuild();
    }

    Optional<Rebuild> beginRebuild(Duration lock) {
        return queue.operations().beginRebuild(lock);
    }

    /** What was refused for now keeps its attempts and the rest of its delay. */
    void offer(Rebuild rebuild, List<OpenEntry> entries) {
        Instant now = clock.instant();
        Map<Boolean, List<OpenEntry>> byDelay = entries.stream()
                .collect(Collectors.partitioningBy(entry -> entry.delay(now).isZero()));
        rebuild.offer(byDelay.get(true).stream().map(OpenEntry::record).toList());
        rebuild.postpone(byDelay.get(false).stream()
                .map(entry -> new Postponed(entry.record(), entry.delay(now)))
                .toList());
        rebuilt.increment(entries.size());
    }

    Offered offer(List<UsageRecord> records) {
        Offered offered = queue.offer(records);
        return offered.fold(this::counted, () -> offered);
    }

    private Offered counted(Offered.Taken taken) {
        added.increment(taken.added());
        known.increment(taken.known());
        return taken;
    }
}
