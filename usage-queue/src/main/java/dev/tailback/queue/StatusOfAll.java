package dev.tailback.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every shard how it is. One that does not answer is told beside the others' figures instead of hiding them. */
record StatusOfAll(AllShards shards) {

    /** @throws QueueUnavailable if no shard answers */
    QueueStatus read() {
        List<QueueStatus.Unavailable> silent = new ArrayList<>();
        Optional<QueueStatus> together = Optional.empty();
        QueueUnavailable last = null;
        for (ShardScripts shard : shards.each()) {
            try {
                QueueStatus one = new StatusReply(
                                shard.list("status"),
                                refusal(shard),
                                shard.redis().problem())
                        .read();
                together = Optional.of(together.map(others -> others.plus(one)).orElse(one));
            } catch (QueueUnavailable unavailable) {
                last = unavailable;
                silent.add(new QueueStatus.Unavailable(shard.shard().number(), unavailable.getMessage()));
            }
        }
        if (together.isEmpty()) {
            throw last;
        }
        return together.get().without(silent);
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
