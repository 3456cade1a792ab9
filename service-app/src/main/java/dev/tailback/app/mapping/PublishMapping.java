package dev.tailback.app.mapping;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Published;
import dev.tailback.queue.Rebuild;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workers the mapping in use, through the queue. Redis may forget it or come back with an older one, so it is
 * told again and again, and before a rebuilt queue opens.
 */
@Singleton
public class PublishMapping {

    private static final Logger LOG = LoggerFactory.getLogger(PublishMapping.class);
    private static final String NONE = "";

    private final ActiveMapping active;
    private final EntryQueue queue;

    PublishMapping(ActiveMapping active, EntryQueue queue) {
        this.active = active;
        this.queue = queue;
    }

    /** @throws dev.tailback.queue.QueueUnavailable when Redis, or a part of it, is down; the other parts are told */
    public void publish() {
        publish(queue.operations()::publish);
    }

    /**
     * In the parts of the queue that are being rebuilt.
     *
     * @throws dev.tailback.queue.QueueUnavailable when one of them is down: it must not open with an older mapping
     */
    public void publish(Rebuild rebuild) {
        publish(rebuild::publish);
    }

    private void publish(BiFunction<Published, String, Optional<String>> way) {
        way.apply(active.inForce().published(), NONE).ifPresent(higher -> decide(higher, way));
    }

    /**
     * The queue has a higher version than this process knows. Either another service app has just made it, and it is in
     * PostgreSQL; or it is none of ours. PostgreSQL is asked after the queue: a version is committed before it is told.
     */
    private void decide(String higher, BiFunction<Published, String, Optional<String>> way) {
        Published fresh = active.readAll().published();
        long there = new Published(higher, "").version();
        boolean isNoneOfOurs = there > fresh.version();
        if (isNoneOfOurs) {
            LOG.warn(
                    "The queue had version {} of the mapping, which is not in PostgreSQL: somebody else has written it, or"
                            + " PostgreSQL was restored from an older copy. Version {} is in use.",
                    higher,
                    fresh.stamp());
        }
        way.apply(fresh, isNoneOfOurs ? higher : NONE)
                .ifPresent(another -> LOG.debug("The queue has {} by now; the next publishing decides", another));
    }
}
