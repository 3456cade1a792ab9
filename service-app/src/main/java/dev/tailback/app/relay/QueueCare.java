package dev.tailback.app.relay;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Mended;
import dev.tailback.queue.QueueUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after Redis: whether it is set to keep what it is given, and what deleted or evicted keys have left behind. */
@Singleton
class QueueCare {

    private static final Logger LOG = LoggerFactory.getLogger(QueueCare.class);

    private final EntryQueue queue;
    private final Counter mended;
    private List<String> told = List.of();

    QueueCare(EntryQueue queue, MeterRegistry registry) {
        this.queue = queue;
        this.mended = Counter.builder("tailback.queue.mended")
                .description("Contracts, batches and delays that deleted or evicted keys had damaged")
                .register(registry);
    }

    /** One look. While Redis is away the relay says so, and there is nothing to look at. */
    synchronized void round() {
        try {
            tell(queue.operations().status().warnings());
            tell(queue.operations().mend());
        } catch (QueueUnavailable away) {
            LOG.debug("The queue is not looked after now: {}", away.getMessage());
        }
    }

    private void tell(List<String> warnings) {
        warnings.stream().filter(warning -> !told.contains(warning)).forEach(warning -> LOG.warn("{}", warning));
        if (warnings.isEmpty() && !told.isEmpty()) {
            LOG.info("Redis keeps what it is given now: its maxmemory-policy is noeviction");
        }
        told = warnings;
    }

    private void tell(Mended found) {
        mended.increment(found.damaged() + found.putBack());
        if (found.shut()) {
            LOG.warn("Keys of the queue in Redis are damaged beyond repair: the queue is rebuilt from the ledger");
        } else if (!found.isNothing()) {
            LOG.warn(
                    "Keys of the queue in Redis were deleted or evicted: {} contracts, batches or delays were put right and {} contracts"
                            + " put back to the tail. Set maxmemory-policy noeviction, and find out who deletes keys that begin with tailback:",
                    found.damaged(),
                    found.putBack());
        }
    }
}
