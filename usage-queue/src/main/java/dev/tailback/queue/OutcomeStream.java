package dev.tailback.queue;

import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The road back: outcomes for the ledger, each to one service app, and again until it is acknowledged. An outcome that nobody has acknowledged for 30 s
 * goes to whoever reads next. What cannot be read is moved aside with its content and logged, so that it stops nobody. One thread reads at a time.
 */
public final class OutcomeStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeStream.class);
    private static final String GROUP = "service-app";
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);
    private static final Duration CONSUMER_FORGOTTEN_AFTER = Duration.ofHours(1);

    private final ShardScripts scripts;
    private final RedisLink blocking;
    private final Consumer<String> consumer;
    private final String stream;
    private boolean joined;

    OutcomeStream(ShardScripts scripts, RedisLink blocking, String consumerName) {
        if (consumerName == null || consumerName.isBlank()) {
            throw new IllegalArgumentException("An outcome consumer needs a name: one per service app process");
        }
        this.scripts = scripts;
        this.blocking = blocking;
        this.consumer = Consumer.from(GROUP, consumerName);
        this.stream = scripts.shard().outcomes();
    }

    /**
     * First what this consumer has read and not acknowledged, then what others have left, then what is new.
     *
     * @param limit 1 or more
     * @param block how long to wait for new outcomes if there is nothing else; 0 not to wait
     * @throws QueueUnavailable if Redis does not answer
     */
    public synchronized List<Outcome> read(int limit, Duration block) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit of outcomes is " + limit + ": read 1 or more");
        }
        return readable(inGroup(() -> next(limit, block)));
    }

    /** Call it after the ledger has committed: the outcomes are gone from Redis then. Doing it twice is harmless. */
    public void acknowledge(List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            scripts.number("acknowledge", prepend(GROUP, outcomes.stream().map(Outcome::streamId)));
        }
    }

    @Override
    public void close() {
        blocking.close();
    }

    private List<StreamMessage<String, String>> next(int limit, Duration block) {
        List<StreamMessage<String, String>> owed = owed(limit);
        if (!owed.isEmpty()) {
            return owed;
        }
        List<StreamMessage<String, String>> left = leftByOthers(limit);
        return left.isEmpty() ? fresh(limit, block) : left;
    }

    private List<StreamMessage<String, String>> owed(int limit) {
        return readGroup(
                scripts.redis(), XReadArgs.Builder.count(limit), StreamOffset.from(stream, "0"), Duration.ZERO);
    }

    private List<StreamMessage<String, String>> leftByOthers(int limit) {
        XAutoClaimArgs<String> old = XAutoClaimArgs.Builder.<String>xautoclaim(consumer, GIVEN_UP_AFTER, "0-0")
                .count(limit);
        return scripts.redis()
                .call(redis -> redis.xautoclaim(stream, old), Duration.ZERO)
                .getMessages();
    }

    private List<StreamMessage<String, String>> fresh(int limit, Duration block) {
        XReadArgs some = XReadArgs.Builder.count(limit);
        // Redis reads 0 as for ever.
        XReadArgs args = block.toMillis() > 0 ? some.block(block.toMillis()) : some;
        return readGroup(blocking, args, StreamOffset.lastConsumed(stream), block);
    }

    @SuppressWarnings("unchecked") // the driver takes the one offset as a generic varargs array
    private List<StreamMessage<String, String>> readGroup(
            RedisLink link, XReadArgs args, StreamOffset<String> offset, Duration block) {
        List<StreamMessage<String, String>> messages =
                link.call(redis -> redis.xreadgroup(consumer, args, offset), block);
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
            if (!RedisLink.says(unavailable, "NOGROUP")) {
                throw unavailable;
            }
            join();
            return reading.get();
        }
    }

    private void join() {
        scripts.number("join", GROUP, Long.toString(CONSUMER_FORGOTTEN_AFTER.toMillis()));
        joined = true;
    }

    private List<Outcome> readable(List<StreamMessage<String, String>> messages) {
        List<Outcome> outcomes = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        for (StreamMessage<String, String> message : messages) {
            try {
                outcomes.add(OutcomeEntry.in(message.getId(), message.getBody()).read());
            } catch (IllegalArgumentException problem) {
                LOG.warn("Outcome {} cannot be read, {}: moved aside", message.getId(), problem.getMessage());
                aside.addAll(List.of(message.getId(), problem.getMessage()));
            }
        }
        if (!aside.isEmpty()) {
            scripts.number("aside", prepend(GROUP, aside.stream()));
        }
        return outcomes;
    }

    private static String[] prepend(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toArray(String[]::new);
    }
}
