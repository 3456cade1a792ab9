package dev.tailback.queue.maintenance;

import dev.tailback.queue.PublishedMapping;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mapping in Redis: in every shard, so that each take compares it in the same step. */
public final class Publishing {

    private static final Comparator<PublishedMapping> HIGHEST =
            Comparator.comparingLong(PublishedMapping::version).thenComparing(PublishedMapping::stamp);

    private Publishing() {}

    /** @return the stamp of a higher version that stays, if one does */
    public static Optional<String> publish(ShardScripts shard, PublishedMapping mapping, String inPlaceOf) {
        List<Object> answer = tell(shard, mapping, "", inPlaceOf);
        if (answer.get(0).equals("text")) {
            answer = tell(shard, mapping, mapping.text(), inPlaceOf);
        }
        return answer.get(0).equals("higher") ? Optional.of(answer.get(1).toString()) : Optional.empty();
    }

    private static List<Object> tell(ShardScripts shard, PublishedMapping mapping, String text, String inPlaceOf) {
        return shard.list("publish", Long.toString(mapping.version()), mapping.stamp(), text, inPlaceOf);
    }

    /** From the shards that answer. */
    public static Optional<PublishedMapping> read(AllShards shards) {
        return shards.askLiving(Publishing::in).stream()
                .flatMap(Optional::stream)
                .max(HIGHEST);
    }

    private static Optional<PublishedMapping> in(ShardScripts shard) {
        List<Object> told = shard.list("mapping");
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PublishedMapping(told.get(0).toString(), told.get(1).toString()));
    }
}
