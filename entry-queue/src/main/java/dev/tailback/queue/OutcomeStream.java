package dev.tailback.queue;

import dev.tailback.queue.outcomes.OutcomeEntry;
import dev.tailback.queue.outcomes.ShardOutcomes;
import dev.tailback.queue.redis.BlockedRead;
import dev.tailback.queue.redis.Race;
import dev.tailback.queue.redis.RedisConnections;
import dev.tailback.queue.redis.RedisLink;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.Shard;
import io.lettuce.core.Consumer;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Outcomes for the ledger, each delivered to one owner, and again until it is acknowledged. An outcome that stays
 * unacknowledged for 30 s goes to the next owner that reads. What cannot be read is moved aside with its content
 * and logged, so that it does not block the others. Outcomes of one entry come in order. One thread reads at a time.
 */
public final class OutcomeStream implements AutoCloseable {
    private final List<ShardOutcomes> shards;
    private final Race<List<StreamMessage<String, String>>> race;
    private final Duration commandTimeout;
    private int next;

    OutcomeStream(AllShards shards, RedisConnections connections, String consumerName) {
        if (consumerName == null || consumerName.isBlank()) {
            throw new IllegalArgumentException("An outcome consumer needs a name: one per process");
        }
        Consumer<String> consumer = ShardOutcomes.consumer(consumerName);
        this.shards = shards.each().stream()
                .map(shard -> new ShardOutcomes(shard, consumer))
                .toList();
        this.commandTimeout = connections.commandTimeout();
        List<String> streams =
                shards.shards().all().stream().map(Shard::outcomes).toList();
        this.race = new Race<>(
                connections.groups(streams).stream()
                        .map(group -> blockedRead(connections.link(), consumer, group))
                        .toList(),
                found -> found != null && !found.isEmpty(),
                (read, found) -> {} // It is owed to us from now on, and so comes with the next reading.
                );
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
        List<Outcome> found = readAll(limit);
        if (!found.isEmpty() || block.toMillis() < 1) {
            return found;
        }
        return race.first(block, commandTimeout).isPresent() ? readAll(limit) : List.of();
    }

    /** Call it after the ledger has committed: the outcomes are gone from Redis then. Doing it twice is harmless. */
    public synchronized void acknowledge(List<Outcome> outcomes) {
        Map<Integer, List<String>> byShard = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            OutcomeEntry.Id.in(outcome.streamId())
                    .filter(id -> id.shard() < shards.size())
                    .ifPresent(id -> byShard.computeIfAbsent(id.shard(), shard -> new ArrayList<>())
                            .add(outcome.streamId()));
        }
        AllShards.ask(byShard.entrySet(), some -> shards.get(some.getKey()).acknowledge(some.getValue()));
    }

    @Override
    public void close() {
        race.close();
    }

    // Each reading begins one shard further. A shard without an answer does not hide the outcomes of the others.
    private List<Outcome> readAll(int limit) {
        Attempts attempts = new Attempts();
        List<Outcome> outcomes = new ArrayList<>();
        next = (next + 1) % shards.size();
        for (int i = 0; i < shards.size() && outcomes.size() < limit; i++) {
            ShardOutcomes shard = shards.get((next + i) % shards.size());
            attempts.at(() -> shard.read(limit - outcomes.size())).ifPresent(outcomes::addAll);
        }
        if (outcomes.isEmpty()) {
            attempts.throwFirstFailure();
        }
        return outcomes;
    }

    private static BlockedRead<List<StreamMessage<String, String>>> blockedRead(
            RedisLink link, Consumer<String> consumer, List<String> streams) {
        return new BlockedRead<>(link, (commands, blocking) -> {
            XReadArgs some = XReadArgs.Builder.count(1).block(blocking.toMillis());
            return commands.xreadgroup(consumer, some, offsets(streams, StreamOffset::lastConsumed));
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the driver takes the offsets as a generic array
    private static StreamOffset<String>[] offsets(List<String> streams, Function<String, StreamOffset<String>> from) {
        return streams.stream().map(from).toArray(StreamOffset[]::new);
    }
}
