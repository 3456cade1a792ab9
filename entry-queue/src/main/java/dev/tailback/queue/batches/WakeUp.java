package dev.tailback.queue.batches;

import dev.tailback.queue.redis.BlockedRead;
import dev.tailback.queue.redis.Race;
import dev.tailback.queue.redis.RedisConnections;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.Shard;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScoredValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits in Redis itself for the marker that every change which makes work sets. On connections of its own, since a
 * blocked connection answers nothing else.
 */
public final class WakeUp implements AutoCloseable {
    private final AllShards shards;
    private final Race<KeyValue<String, ScoredValue<String>>> race;
    private final Duration commandTimeout;

    public WakeUp(AllShards shards, RedisConnections connections) {
        this.shards = shards;
        this.commandTimeout = connections.commandTimeout();
        List<String> markers = shards.shards().all().stream().map(Shard::marker).toList();
        this.race = new Race<>(
                connections.groups(markers).stream()
                        .map(group -> new BlockedRead<>(
                                connections.link(),
                                (commands, blocking) ->
                                        commands.bzpopmin(blocking.toMillis() / 1000.0, group.toArray(String[]::new))))
                        .toList(),
                woken -> woken != null && woken.hasValue(),
                WakeUp::passOn);
    }

    /** The shard that has work, if one told in time. */
    public synchronized Optional<Integer> within(Duration timeout) {
        // Redis reads 0 as for ever.
        Duration blocking = timeout.toMillis() < 1 ? Duration.ofMillis(1) : timeout;
        return race.first(blocking, commandTimeout).map(woken -> shardOf(woken.getKey()));
    }

    /** A wait that is under way ends now, without work. */
    public void leave() {
        race.leave();
    }

    // A marker wakes one worker: one that comes after our wait is for another worker. It goes back the way
    // it came, since that connection is there.
    private static void passOn(
            BlockedRead<KeyValue<String, ScoredValue<String>>> read, KeyValue<String, ScoredValue<String>> woken) {
        read.send(commands -> commands.zadd(
                woken.getKey(), woken.getValue().getScore(), woken.getValue().getValue()));
    }

    private int shardOf(String marker) {
        return shards.shards().all().stream()
                .filter(shard -> shard.marker().equals(marker))
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Override
    public void close() {
        race.close();
    }
}
