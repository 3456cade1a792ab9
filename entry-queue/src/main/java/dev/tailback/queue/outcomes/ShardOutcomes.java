package dev.tailback.queue.outcomes;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.scripts.ShardScripts;
import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard's outcomes. An entry of the stream carries many; it leaves the stream when all of them are acknowledged.
 */
public final class ShardOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(ShardOutcomes.class);

    /** As a worker writes them while a backlog drains. */
    private static final int FULL = 200;

    private final ShardScripts scripts;
    private final GroupReading group;

    /**
     * By entry of the stream. What is acknowledged of a half done entry is remembered here only: an owner that
     * reads it instead of us gets all of it again.
     */
    private final Map<String, Delivery> deliveries = new HashMap<>();

    /** How many outcomes an entry held in the last reading. */
    private int inOne = FULL;

    /** How many outcomes an entry holds, and which of them are not acknowledged. */
    private record Delivery(int size, Set<String> open) {}

    public ShardOutcomes(ShardScripts scripts, Consumer<String> consumer) {
        this.scripts = scripts;
        this.group = new GroupReading(scripts, consumer, deliveries::clear);
    }

    /** @param name one per owner process */
    public static Consumer<String> consumer(String name) {
        return Consumer.from(GroupReading.GROUP, name);
    }

    public List<Outcome> read(int limit) {
        List<Outcome> owed = upTo(limit, group::owed);
        List<Outcome> left = owed.isEmpty() ? readable(group.leftByOthers()) : owed;
        List<Outcome> outcomes = left.isEmpty() ? upTo(limit, (entries, after) -> group.fresh(entries)) : left;
        return outcomes.size() > limit ? List.copyOf(outcomes.subList(0, limit)) : outcomes;
    }

    /**
     * Only as many entries as it takes, by the size of the last ones: what is read too early is read once more.
     *
     * @param reading so many entries after this one
     */
    private List<Outcome> upTo(int limit, BiFunction<Integer, String, List<StreamMessage<String, String>>> reading) {
        List<Outcome> outcomes = new ArrayList<>();
        String after = "0";
        for (int readings = 0; readings < GroupReading.MOST_ENTRIES && outcomes.size() < limit; readings++) {
            int most = Math.max(1, Math.min(GroupReading.MOST_ENTRIES, (limit - outcomes.size()) / inOne));
            List<StreamMessage<String, String>> messages = reading.apply(most, after);
            List<Outcome> found = readable(messages);
            outcomes.addAll(found);
            if (!messages.isEmpty()) {
                after = messages.get(messages.size() - 1).getId();
                inOne = Math.max(1, found.size() / messages.size());
            }
            if (messages.size() < most) {
                break;
            }
        }
        return outcomes;
    }

    /** @return how many entries left the stream */
    public int acknowledge(List<String> outcomes) {
        Map<String, Delivery> done = new LinkedHashMap<>();
        for (String outcome : outcomes) {
            String entry = OutcomeEntry.Id.in(outcome).orElseThrow().entry();
            Delivery delivery = deliveries.get(entry);
            if (delivery != null
                    && delivery.open().remove(outcome)
                    && delivery.open().isEmpty()) {
                done.put(entry, delivery);
            }
        }
        return leave(done);
    }

    private int leave(Map<String, Delivery> entries) {
        if (!entries.isEmpty()) {
            Stream<String> sizes = entries.entrySet().stream()
                    .flatMap(entry -> Stream.of(
                            entry.getKey(), Integer.toString(entry.getValue().size())));
            scripts.number(
                    "acknowledge",
                    Stream.concat(Stream.of(GroupReading.GROUP), sizes).toArray(String[]::new));
            deliveries.keySet().removeAll(entries.keySet());
        }
        return entries.size();
    }

    private List<Outcome> readable(List<StreamMessage<String, String>> messages) {
        List<Outcome> outcomes = new ArrayList<>();
        for (StreamMessage<String, String> message : messages) {
            OutcomeEntry.Id id = new OutcomeEntry.Id(scripts.shard().number(), message.getId());
            try {
                outcomes.addAll(readable(OutcomeEntry.in(id, message.getBody())));
            } catch (IllegalArgumentException problem) {
                moveAside(message.getId(), problem, "");
            }
        }
        return outcomes;
    }

    private List<Outcome> readable(OutcomeEntry entry) {
        String name = entry.id().entry();
        Optional<Set<String>> open = Optional.ofNullable(deliveries.get(name)).map(Delivery::open);
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.range(0, entry.size())
                .filter(position ->
                        open.isEmpty() || open.get().contains(entry.id().of(position)))
                .forEach(position -> read(entry, position, outcomes));
        Delivery delivery = deliveries.computeIfAbsent(name, id -> new Delivery(entry.size(), new LinkedHashSet<>()));
        outcomes.forEach(outcome -> delivery.open().add(outcome.streamId()));
        if (delivery.open().isEmpty()) {
            leave(Map.of(name, delivery));
        }
        return outcomes;
    }

    private void read(OutcomeEntry entry, int position, List<Outcome> outcomes) {
        try {
            outcomes.add(entry.read(position));
        } catch (IllegalArgumentException problem) {
            moveAside(entry.id().of(position), problem, entry.text(position));
        }
    }

    private void moveAside(String id, IllegalArgumentException problem, String concerned) {
        String sentence = String.valueOf(problem.getMessage());
        LOG.warn("Outcome {} cannot be read, {}: moved aside", id, sentence);
        scripts.number("aside", GroupReading.GROUP, id, sentence, concerned);
    }
}
