package dev.tailback.queue.outcomes;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.redis.FailedCommand;
import dev.tailback.queue.scripts.ShardScripts;
import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * One consumer's part of a shard's outcome stream, as the owners share it: nothing of it goes to two of them at a
 * time.
 */
final class GroupReading {
    static final String GROUP = "service-app";
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);
    private static final Duration CONSUMER_FORGOTTEN_AFTER = Duration.ofHours(1);
    /** Each may carry two hundred outcomes. */
    static final int MOST_ENTRIES = 64;

    private final ShardScripts scripts;
    private final Consumer<String> consumer;
    private final Runnable whenJoining;
    private final String stream;
    private boolean joined;

    /**
     * @param whenJoining is told each time the group is new to us, so that nothing said before of its entries counts
     */
    GroupReading(ShardScripts scripts, Consumer<String> consumer, Runnable whenJoining) {
        this.scripts = scripts;
        this.consumer = consumer;
        this.whenJoining = whenJoining;
        this.stream = scripts.shard().outcomes();
    }

    /**
     * What this consumer has got and not acknowledged.
     *
     * @param after the entry before; 0 from the first one on
     */
    List<StreamMessage<String, String>> owed(int entries, String after) {
        return inGroup(() -> readGroup(entries, StreamOffset.from(stream, after)));
    }

    // Always many: Redis looks at ten times as many for those that were given up, and they may be the last ones.
    List<StreamMessage<String, String>> leftByOthers() {
        XAutoClaimArgs<String> old = XAutoClaimArgs.Builder.<String>xautoclaim(consumer, GIVEN_UP_AFTER, "0-0")
                .count(MOST_ENTRIES);
        return inGroup(() ->
                scripts.redis().call(redis -> redis.xautoclaim(stream, old)).getMessages());
    }

    List<StreamMessage<String, String>> fresh(int entries) {
        return inGroup(() -> readGroup(entries, StreamOffset.lastConsumed(stream)));
    }

    @SuppressWarnings("unchecked") // the driver takes the one offset as a generic varargs array
    private List<StreamMessage<String, String>> readGroup(int entries, StreamOffset<String> offset) {
        XReadArgs some = XReadArgs.Builder.count(entries);
        List<StreamMessage<String, String>> messages =
                scripts.redis().call(redis -> redis.xreadgroup(consumer, some, offset));
        return messages == null ? List.of() : messages;
    }

    // The group is gone when Redis was wiped.
    private <T> T inGroup(Supplier<T> reading) {
        if (!joined) {
            join();
        }
        try {
            return reading.get();
        } catch (QueueUnavailable unavailable) {
            if (!FailedCommand.of(unavailable).says("NOGROUP")) {
                throw unavailable;
            }
            join();
            return reading.get();
        }
    }

    private void join() {
        scripts.number("join", GROUP, Long.toString(CONSUMER_FORGOTTEN_AFTER.toMillis()));
        whenJoining.run();
        joined = true;
    }
}
