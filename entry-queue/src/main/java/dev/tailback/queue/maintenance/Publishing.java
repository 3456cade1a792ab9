package dev.tailback.queue.maintenance;

import dev.tailback.queue.Published;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is published, in Redis: in every shard, so that each take compares it in the same step. */
public final class Publishing {

    private static final Comparator<Published> HIGHEST =
            Comparator.comparingLong(Published::version).thenComparing(Published::stamp);

    private Publishing() {}

    /** @return the stamp of a higher version that stays, if one does */
    public static Optional<String> publish(ShardScripts shard, Published published, String inPlaceOf) {
        List<Object> answer = tell(shard, published, "", inPlaceOf);
        if (answer.get(0).equals("text")) {
            answer = tell(shard, published, published.text(), inPlaceOf);
        }
        return answer.get(0).equals("higher") ? Optional.of(answer.get(1).toString()) : Optional.empty();
    }

    private static List<Object> tell(ShardScripts shard, Published published, String text, String inPlaceOf) {
        return shard.list("publish", Long.toString(published.version()), published.stamp(), text, inPlaceOf);
    }

    /** From the shards that answer. */
    public static Optional<Published> read(AllShards shards) {
        return shards.askLiving(Publishing::in).stream()
                .flatMap(Optional::stream)
                .max(HIGHEST);
    }

    private static Optional<Published> in(ShardScripts shard) {
        List<Object> told = shard.list("published");
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Published(told.get(0).toString(), told.get(1).toString()));
    }
}
