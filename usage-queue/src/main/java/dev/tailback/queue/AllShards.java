package dev.tailback.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The queue's scripts in each of its shards. A shard whose master is down keeps nobody from the others. */
record AllShards(List<ShardScripts> each, Shards shards) {

    static AllShards on(RedisLink redis, Scripts scripts, Shards shards) {
        return new AllShards(
                shards.all().stream()
                        .map(shard -> new ShardScripts(redis, scripts, shard))
                        .toList(),
                shards);
    }

    ShardScripts get(int shard) {
        return each.get(shard);
    }

    ShardScripts of(String contractId) {
        return each.get(shards.of(contractId));
    }

    /** Things by the shard of their contract, in their order. */
    <T> Map<ShardScripts, List<T>> split(List<T> things, Function<T, String> contractId) {
        if (each.size() == 1) {
            return things.isEmpty() ? Map.of() : Map.of(each.get(0), things);
        }
        Map<ShardScripts, List<T>> split = new LinkedHashMap<>();
        for (T thing : things) {
            split.computeIfAbsent(of(contractId.apply(thing)), shard -> new ArrayList<>())
                    .add(thing);
        }
        return split;
    }

    /** Empties the shards that only an earlier configuration had. */
    void retireOthers() {
        for (Shard shard : shards.beyond()) {
            ShardScripts other = each.get(0).in(shard);
            String cursor = "0";
            do {
                cursor = other.text("retire", cursor);
            } while (!cursor.equals("0"));
        }
    }

    /**
     * Asks every shard, whatever becomes of the others.
     *
     * @throws QueueUnavailable if any did not answer, after all were asked
     */
    <T> List<T> ask(Function<ShardScripts, T> question) {
        return ask(each, question);
    }

    /** As {@link #ask(Function)}, of some. */
    static <S, T> List<T> ask(Iterable<S> some, Function<S, T> question) {
        List<T> answers = new ArrayList<>();
        QueueUnavailable first = null;
        for (S one : some) {
            try {
                answers.add(question.apply(one));
            } catch (QueueUnavailable unavailable) {
                first = first == null ? unavailable : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return answers;
    }
}
