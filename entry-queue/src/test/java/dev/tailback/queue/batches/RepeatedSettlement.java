package dev.tailback.queue.batches;

import dev.tailback.queue.Settlement;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settles as a driver does that sends the command again after a broken connection. */
public final class RepeatedSettlement {
    private RepeatedSettlement() {}

    /** What {@code settle.lua} answered each time. */
    public static List<String> of(ShardScripts shard, String batchId, List<Settlement> settlements) {
        HeldBatch batch = HeldBatch.read(batchId, 0, shard.list("held", batchId));
        String[] arguments = SettlementArguments.of("60000", batch, settlements, Map.of());
        return Stream.of(1, 2)
                .map(time -> shard.list("settle", arguments).get(0).toString())
                .toList();
    }
}
