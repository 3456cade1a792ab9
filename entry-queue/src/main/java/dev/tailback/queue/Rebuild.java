package dev.tailback.queue;

import dev.tailback.queue.offers.ShardRebuild;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One owner fills an emptied queue from its ledger, or those shards of it that need it and answer: what is
 * offered for the others is left out. Read the ledger after the rebuild has begun, not before. Every {@link #offer}
 * renews the lock. Closing without {@link #finish} gives up: the queue stays shut and any owner may begin again.
 */
public final class Rebuild implements AutoCloseable {
    private final AllShards shards;
    private final List<ShardRebuild> rebuilds;

    private Rebuild(AllShards shards, List<ShardRebuild> rebuilds) {
        this.shards = shards;
        this.rebuilds = rebuilds;
    }

    static Optional<Rebuild> begin(AllShards shards, Duration lock) {
        List<ShardRebuild> begun = shards.askLiving(shard -> ShardRebuild.begin(shard, lock)).stream()
                .flatMap(Optional::stream)
                .toList();
        return begun.isEmpty() ? Optional.empty() : Optional.of(new Rebuild(shards, begun));
    }

    /**
     * Offers are idempotent, so a failed one may be repeated.
     *
     * @throws RebuildLost if the lock ended, another owner rebuilds by now, or Redis restarted
     */
    public void offer(List<QueueEntry> entries) {
        rebuilds.forEach(rebuild -> rebuild.keep());
        shards.split(entries, QueueEntry::group)
                .forEach((shard, some) -> of(shard).ifPresent(rebuild -> rebuild.offer(some)));
    }

    /** As {@link #offer}, of entries that must wait before their next attempt. */
    public void postpone(List<Postponed> entries) {
        rebuilds.forEach(rebuild -> rebuild.keep());
        shards.split(entries, postponed -> postponed.entry().group())
                .forEach((shard, some) -> of(shard).ifPresent(rebuild -> rebuild.postpone(some)));
    }

    /**
     * As {@link QueueOperations#publish(Published, String)}, where this rebuild goes on: a part must not open with
     * an older one.
     */
    public Optional<String> publish(Published text, String inPlaceOf) {
        return AllShards.ask(rebuilds, rebuild -> rebuild.publish(text, inPlaceOf)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether every shard is rebuilt, so that every open entry of the ledger is offered. */
    public boolean isOfAll() {
        return rebuilds.size() == shards.each().size();
    }

    /**
     * Opens the queue.
     *
     * @throws RebuildLost if the lock ended, another owner rebuilds by now, or Redis restarted; the shards of
     *     which this is not so are open then
     */
    public void finish() {
        List<Boolean> finished = AllShards.ask(rebuilds, ShardRebuild::finish);
        if (finished.contains(false)) {
            throw new RebuildLost();
        }
    }

    /** If Redis is not reachable now, the lock ends on its own. */
    @Override
    public void close() {
        rebuilds.forEach(ShardRebuild::close);
    }

    private Optional<ShardRebuild> of(ShardScripts shard) {
        return rebuilds.stream().filter(rebuild -> rebuild.isOf(shard)).findFirst();
    }
}
