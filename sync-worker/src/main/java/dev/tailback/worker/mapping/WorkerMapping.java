package dev.tailback.worker.mapping;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.StopNotice;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Published;
import dev.tailback.worker.report.QueueAccess;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapping by which this worker sends, as the service app publishes it in the queue. Each take compares it there, so
 * that nothing is sent by a mapping that an admin has replaced. It begins without one, and takes nothing until it has
 * learned it: the names that Tailback brings along may be those of other fields in this org.
 */
@Singleton
public final class WorkerMapping implements Supplier<Mapping> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMapping.class);

    private final EntryQueue queue;
    private final QueueAccess queueAccess;
    private volatile Optional<Known> known = Optional.empty();

    private record Known(String stamp, Mapping mapping) {}

    public WorkerMapping(EntryQueue queue, QueueAccess queueAccess) {
        this.queue = queue;
        this.queueAccess = queueAccess;
    }

    /** What a take compares with the queue's. */
    public String stamp() {
        return known.map(Known::stamp).orElse(Published.NONE);
    }

    /**
     * The last one that was learned: what is in hand goes by it even while a newer one cannot be read.
     *
     * @throws IllegalStateException before the first one; nothing is taken then
     */
    @Override
    public Mapping get() {
        return known.map(Known::mapping)
                .orElseThrow(() -> new IllegalStateException("No mapping is published yet, and nothing is sent"));
    }

    /**
     * Learns the queue's mapping.
     *
     * @return whether it is another one than before, so that a take is worth it now; what is in the way is told
     * @throws dev.tailback.queue.QueueUnavailable while Redis cannot be reached
     */
    public boolean learn() {
        Optional<Published> published = queue.operations().published();
        if (published.isEmpty()) {
            queueAccess.noMapping("No mapping is published in the queue: waiting until the service app tells it.");
            return false;
        }
        return learn(published.get());
    }

    private boolean learn(Published published) {
        if (published.stamp().equals(stamp())) {
            queueAccess.noMapping("A part of the queue has another mapping than the rest, or none: waiting until the"
                    + " service app tells it.");
            return false;
        }
        Optional<String> stopped = published.isWhole() ? StopNotice.read(published.text()) : Optional.empty();
        if (stopped.isPresent()) {
            queueAccess.schemaChanged(stopped.get());
            return false;
        }
        try {
            known = Optional.of(new Known(published.stamp(), read(published)));
            LOG.info("Sending by version {} of the mapping, '{}'", published.versionPutInUse(), get().name());
            return true;
        } catch (MappingInvalid unreadable) {
            queueAccess.unreadableMapping("The mapping in the queue cannot be read: "
                    + unreadable.reasons().get(0));
            return false;
        }
    }

    private static Mapping read(Published published) throws MappingInvalid {
        if (!published.isWhole()) {
            throw new MappingInvalid(List.of(
                    "it is not as a service app writes it. The next publishing of a service app puts it right."));
        }
        return MappingYaml.read(published.text());
    }
}
