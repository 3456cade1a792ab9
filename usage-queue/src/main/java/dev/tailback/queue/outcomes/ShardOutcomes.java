package dev.tailback.queue.outcomes;

import dev.tailback.queue.Outcome;
import dev.tailback.queue.scripts.ShardScripts;
import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard's outcomes. An entry of the stream carries many; it leaves the stream when all of them are acknowledged.
 */
public final class ShardOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(ShardOutcomes.class);

    private final ShardScripts scripts;
    private final OpenDeliveries deliveries = new OpenDeliveries();
    private final GroupReading group;

    public ShardOutcomes(ShardScripts scripts, Consumer<String> consumer) {
        this.scripts = scripts;
        this.group = new GroupReading(scripts, consumer, deliveries::forgetAll);
    }

    /** @param name one per service app process */
    public static Consumer<String> consumer(String name) {
        return Consumer.from(GroupReading.GROUP, name);
    }

    public List<Outcome> read(int limit) {
        List<Outcome> owed = readable(group.owed(limit));
        List<Outcome> left = owed.isEmpty() ? readable(group.leftByOthers(limit)) : owed;
        List<Outcome> outcomes = left.isEmpty() ? readable(group.fresh(limit)) : left;
        return outcomes.size() > limit ? List.copyOf(outcomes.subList(0, limit)) : outcomes;
    }

    /** @return how many entries left the stream */
    public int acknowledge(List<String> outcomes) {
        return leave(deliveries.doneWith(outcomes));
    }

    private int leave(List<String> entries) {
        if (!entries.isEmpty()) {
            Stream<String> sizes =
                    entries.stream().flatMap(entry -> Stream.of(entry, Integer.toString(deliveries.size(entry))));
            scripts.number(
                    "acknowledge",
                    Stream.concat(Stream.of(GroupReading.GROUP), sizes).toArray(String[]::new));
            deliveries.forget(entries);
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
                moveAside(message.getId(), problem.getMessage(), "");
            }
        }
        return outcomes;
    }

    private List<Outcome> readable(OutcomeEntry entry) {
        List<Outcome> outcomes = new ArrayList<>();
        deliveries.openIn(entry).forEach(position -> read(entry, position, outcomes));
        if (!deliveries.remember(entry, outcomes)) {
            leave(List.of(entry.id().entry()));
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
        scripts.number("aside", GroupReading.GROUP, id, problem, concerned);
    }
}
