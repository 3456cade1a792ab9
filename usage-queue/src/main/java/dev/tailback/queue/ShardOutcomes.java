package dev.tailback.queue;

import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard's outcomes. An entry of the stream carries many; it leaves the stream when all of them are acknowledged. What is acknowledged of a half done
 * entry is remembered here only: whoever reads it instead of us gets all of it again.
 */
final class ShardOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(ShardOutcomes.class);
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);
    private static final Duration CONSUMER_FORGOTTEN_AFTER = Duration.ofHours(1);
    // Each may carry two hundred outcomes.
    private static final int MOST_ENTRIES = 64;

    private final ShardScripts scripts;
    private final Consumer<String> consumer;
    private final String stream;
    private final Map<String, Delivery> deliveries = new HashMap<>();
    private boolean joined;

    /** What of an entry is not acknowledged yet. */
    private record Delivery(int size, Set<String> open) {}

    ShardOutcomes(ShardScripts scripts, Consumer<String> consumer) {
        this.scripts = scripts;
        this.consumer = consumer;
        this.stream = scripts.shard().outcomes();
    }

    List<Outcome> read(int limit) {
        List<Outcome> owed = inGroup(() -> readable(owed(limit)));
        List<Outcome> left = owed.isEmpty() ? inGroup(() -> readable(leftByOthers(limit))) : owed;
        List<Outcome> outcomes = left.isEmpty() ? inGroup(() -> readable(fresh(limit))) : left;
        return outcomes.size() > limit ? List.copyOf(outcomes.subList(0, limit)) : outcomes;
    }

    /** @return how many entries left the stream */
    int acknowledge(List<String> outcomes) {
        List<String> done = new ArrayList<>();
        for (String outcome : outcomes) {
            String entry = DeliveryId.in(outcome).orElseThrow().entry();
            Delivery delivery = deliveries.get(entry);
            if (delivery != null
                    && delivery.open().remove(outcome)
                    && delivery.open().isEmpty()) {
                done.add(entry);
            }
        }
        return leave(done);
    }

    private int leave(List<String> entries) {
        if (!entries.isEmpty()) {
            Stream<String> sizes = entries.stream()
                    .flatMap(entry -> Stream.of(
                            entry, Integer.toString(deliveries.get(entry).size())));
            scripts.number("acknowledge", prepend(sizes));
            entries.forEach(deliveries::remove);
        }
        return entries.size();
    }

    private List<StreamMessage<String, String>> owed(int limit) {
        return readGroup(limit, StreamOffset.from(stream, "0"));
    }

    private List<StreamMessage<String, String>> leftByOthers(int limit) {
        XAutoClaimArgs<String> old = XAutoClaimArgs.Builder.<String>xautoclaim(consumer, GIVEN_UP_AFTER, "0-0")
                .count(entries(limit));
        return scripts.redis()
                .call(redis -> redis.xautoclaim(stream, old), Duration.ZERO)
                .getMessages();
    }

    private List<StreamMessage<String, String>> fresh(int limit) {
        return readGroup(limit, StreamOffset.lastConsumed(stream));
    }

    @SuppressWarnings("unchecked") // the driver takes the one offset as a generic varargs array
    private List<StreamMessage<String, String>> readGroup(int limit, StreamOffset<String> offset) {
        XReadArgs some = XReadArgs.Builder.count(entries(limit));
        List<StreamMessage<String, String>> messages =
                scripts.redis().call(redis -> redis.xreadgroup(consumer, some, offset), Duration.ZERO);
        return messages == null ? List.of() : messages;
    }

    private static int entries(int limit) {
        return Math.min(limit, MOST_ENTRIES);
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
        scripts.number("join", OutcomeStream.GROUP, Long.toString(CONSUMER_FORGOTTEN_AFTER.toMillis()));
        deliveries.clear();
        joined = true;
    }

    private List<Outcome> readable(List<StreamMessage<String, String>> messages) {
        List<Outcome> outcomes = new ArrayList<>();
        for (StreamMessage<String, String> message : messages) {
            DeliveryId id = new DeliveryId(scripts.shard().number(), message.getId());
            try {
                outcomes.addAll(readable(OutcomeEntry.in(id, message.getBody())));
            } catch (IllegalArgumentException problem) {
                moveAside(message.getId(), problem.getMessage(), "");
            }
        }
        return outcomes;
    }

    private List<Outcome> readable(OutcomeEntry entry) {
        String streamId = entry.id().entry();
        boolean isNew = !deliveries.containsKey(streamId);
        Delivery delivery =
                deliveries.computeIfAbsent(streamId, id -> new Delivery(entry.size(), new LinkedHashSet<>()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int position = 0; position < entry.size(); position++) {
            if (isNew || delivery.open().contains(entry.id().of(position))) {
                read(entry, position, outcomes);
            }
        }
        outcomes.forEach(outcome -> delivery.open().add(outcome.streamId()));
        if (delivery.open().isEmpty()) {
            leave(List.of(streamId));
        }
        return outcomes;
    }

    private void read(OutcomeEntry entry, int position, List<Outcome> outcomes) {
        try {
            outcomes.add(entry.read(position));
        } catch (IllegalArgumentException problem) {
            moveAside(entry.id().of(position), problem.getMessage(), entry.text(position));
        }
    }

    private void moveAside(String id, String problem, String concerned) {
        LOG.warn("Outcome {} cannot be read, {}: moved aside", id, problem);
        scripts.number("aside", OutcomeStream.GROUP, id, problem, concerned);
    }

    private static String[] prepend(Stream<String> others) {
        return Stream.concat(Stream.of(OutcomeStream.GROUP), others).toArray(String[]::new);
    }
}
