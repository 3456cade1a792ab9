package dev.tailback.relay;

import dev.tailback.queue.Offered;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.UsageQueue;
import dev.tailback.queue.UsageRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Offers records to the queue, and counts them for monitoring. */
@Singleton
class QueueOffers {

    private final UsageQueue queue;
    private final Counter added;
    private final Counter known;
    private final Counter rebuilt;

    QueueOffers(UsageQueue queue, MeterRegistry registry) {
        this.queue = queue;
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

    boolean needRebuild() {
        return queue.needsRebuild();
    }

    Optional<Rebuild> beginRebuild(Duration lock) {
        return queue.beginRebuild(lock);
    }

    void offer(Rebuild rebuild, List<UsageRecord> records) {
        rebuild.offer(records);
        rebuilt.increment(records.size());
    }

    Offered offer(List<UsageRecord> records) {
        Offered offered = queue.offer(records);
        if (offered instanceof Offered.Taken taken) {
            added.increment(taken.added());
            known.increment(taken.known());
        }
        return offered;
    }
}
