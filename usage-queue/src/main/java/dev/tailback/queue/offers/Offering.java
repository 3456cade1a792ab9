package dev.tailback.queue.offers;

import dev.tailback.queue.Offered;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Brings records to their shards. */
public record Offering(AllShards shards) {

    /** @param chunks turns records into the calls of the script */
    public <T> Offered offer(
            String script, List<T> records, Function<T, String> contractId, Function<List<T>, List<String[]>> chunks) {
        Map<ShardScripts, List<T>> split = shards.split(records, contractId);
        List<Offered> offered =
                AllShards.ask(split.entrySet(), some -> offer(some.getKey(), script, chunks.apply(some.getValue())));
        return offered.stream().reduce(new Offered.Taken(0, 0), Offering::both);
    }

    private static Offered offer(ShardScripts shard, String script, List<String[]> chunks) {
        int added = 0;
        int known = 0;
        for (String[] chunk : chunks) {
            List<Object> reply = shard.list(script, chunk);
            if ((Long) reply.get(0) == 0) {
                return new Offered.Shut();
            }
            added += ((Long) reply.get(1)).intValue();
            known += ((Long) reply.get(2)).intValue();
        }
        return new Offered.Taken(added, known);
    }

    private static Offered both(Offered one, Offered other) {
        return one.<Offered>fold(
                some -> other.<Offered>fold(
                        more -> new Offered.Taken(some.added() + more.added(), some.known() + more.known()),
                        () -> other),
                () -> one);
    }
}
