package dev.tailback.queue.scripts;

import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.redis.RedisLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue's scripts in each of its shards. A shard whose master is down keeps nobody from the others. */
public record AllShards(List<ShardScripts> each, Shards shards) {
    private static final Logger LOG = LoggerFactory.getLogger(AllShards.class);

    public static AllShards on(RedisLink redis, Scripts scripts, Shards shards) {
        return new AllShards(
                shards.all().stream()
                        .map(shard -> new ShardScripts(redis, scripts, shard))
                        .toList(),
                shards);
    }

    public ShardScripts get(int shard) {
        return each.get(shard);
    }

    public ShardScripts of(String contractId) {
        return each.get(shards.of(contractId));
    }

    /** Things by the shard of their contract, in their order. */
    public <T> Map<ShardScripts, List<T>> split(List<T> things, Function<T, String> contractId) {
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

    /** Empties the shards that only an earlier configuration had; what cannot be reached now is left, and nobody reads it. */
    public void retireOthers() {
        for (Shard shard : shards.beyond()) {
            try {
                retire(each.get(0).in(shard));
            } catch (QueueUnavailable unavailable) {
                LOG.debug("{} is not emptied: {}", shard.name(), unavailable.getMessage());
            }
        }
    }

    private static void retire(ShardScripts other) {
        String cursor = "0";
        do {
            cursor = other.text("retire", cursor);
        } while (!cursor.equals("0"));
    }

    /**
     * Asks every shard, whatever becomes of the others.
     *
     * @throws QueueUnavailable if any did not answer, after all were asked
     */
    public <T> List<T> ask(Function<ShardScripts, T> question) {
        return ask(each, question);
    }

    /**
     * What the first shard says that has something to say.
     *
     * @throws QueueUnavailable if none has, and one did not answer that might have
     */
    public <T> Optional<T> first(Function<ShardScripts, Optional<T>> question) {
        QueueUnavailable last = null;
        for (ShardScripts shard : each) {
            try {
                Optional<T> answer = question.apply(shard);
                if (answer.isPresent()) {
                    return answer;
                }
            } catch (QueueUnavailable unavailable) {
                last = unavailable;
            }
        }
        if (last != null) {
            throw last;
        }
        return Optional.empty();
    }

    /**
     * What those say that answer.
     *
     * @throws QueueUnavailable if none does
     */
    public <T> List<T> askLiving(Function<ShardScripts, T> question) {
        List<T> answers = new ArrayList<>();
        QueueUnavailable last = null;
        for (ShardScripts shard : each) {
            try {
                answers.add(question.apply(shard));
            } catch (QueueUnavailable unavailable) {
                last = unavailable;
            }
        }
        if (answers.isEmpty()) {
            throw last;
        }
        return answers;
    }

    /** As {@link #ask(Function)}, of some. */
    public static <S, T> List<T> ask(Iterable<S> some, Function<S, T> question) {
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
