package dev.tailback.queue.maintenance;

import dev.tailback.queue.Attempts;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every shard for its figures. A shard that does not answer is named beside the figures of the others. */
public record StatusOfAll(AllShards shards) {

    /** @throws QueueUnavailable if no shard answers */
    public QueueStatus read() {
        List<QueueStatus.Unavailable> silent = new ArrayList<>();
        List<StatusReply> replies = new ArrayList<>();
        Attempts attempts = new Attempts();
        for (ShardScripts shard : shards.each()) {
            attempts.at(() -> reply(shard), failure -> silent.add(unavailable(shard, failure)))
                    .ifPresent(replies::add);
        }
        if (replies.isEmpty()) {
            attempts.throwFirstFailure();
        }
        return replies.stream()
                .map(reply -> reply.read(silent))
                .reduce((one, other) -> new StatusSum(one, other).read())
                .orElseThrow();
    }

    private static StatusReply reply(ShardScripts shard) {
        return new StatusReply(
                shard.list("status"), refusal(shard), shard.redis().problem());
    }

    private static QueueStatus.Unavailable unavailable(ShardScripts shard, QueueUnavailable failure) {
        return new QueueStatus.Unavailable(shard.shard().number(), failure.getMessage());
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
