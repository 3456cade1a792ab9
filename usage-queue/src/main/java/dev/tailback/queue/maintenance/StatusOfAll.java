package dev.tailback.queue.maintenance;

import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every shard how it is. One that does not answer is told beside the others' figures instead of hiding them. */
public record StatusOfAll(AllShards shards) {

    /** @throws QueueUnavailable if no shard answers */
    public QueueStatus read() {
        List<QueueStatus.Unavailable> silent = new ArrayList<>();
        List<StatusReply> replies = new ArrayList<>();
        QueueUnavailable last = null;
        for (ShardScripts shard : shards.each()) {
            try {
                replies.add(new StatusReply(
                        shard.list("status"), refusal(shard), shard.redis().problem()));
            } catch (QueueUnavailable unavailable) {
                last = unavailable;
                silent.add(new QueueStatus.Unavailable(shard.shard().number(), unavailable.getMessage()));
            }
        }
        if (replies.isEmpty()) {
            throw last;
        }
        return replies.stream()
                .map(reply -> reply.read(silent))
                .reduce((one, other) -> new StatusSum(one, other).read())
                .orElseThrow();
    }

    /** A full Redis, or one that cannot save, still answers what is only read. */
    private static Optional<String> refusal(ShardScripts shard) {
        try {
            shard.number("probe");
            return Optional.empty();
        } catch (QueueUnavailable refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
