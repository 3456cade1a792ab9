package dev.tailback.queue.scripts;

import dev.tailback.queue.Attempts;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.redis.RedisLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue's scripts in each of its shards. A failed shard does not block the others. */
public record AllShards(List<ShardScripts> each, Shards shards) {
    private static final Logger LOG = LoggerFactory.getLogger(AllShards.class);

    /** @param source gives a script's text by the name of its file */
    public static AllShards on(RedisLink redis, UnaryOperator<String> source, Shards shards) {
        ShardScripts any = new ShardScripts(redis, shards.all().get(0), source, shards.number());
        return new AllShards(shards.all().stream().map(any::in).toList(), shards);
    }

    public ShardScripts get(int shard) {
        return each.get(shard);
    }

    public ShardScripts of(String group) {
        return each.get(shards.of(group));
    }

    /** Things by the shard of their group, in their order. */
    public <T> Map<ShardScripts, List<T>> split(List<T> things, Function<T, String> group) {
        if (each.size() == 1) {
            return things.isEmpty() ? Map.of() : Map.of(each.get(0), things);
        }
        Map<ShardScripts, List<T>> split = new LinkedHashMap<>();
        for (T thing : things) {
            split.computeIfAbsent(of(group.apply(thing)), shard -> new ArrayList<>())
                    .add(thing);
        }
        return split;
    }

    /**
     * Empties the shards that only an earlier configuration had; what cannot be reached now stays, and is never read.
     */
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
     * Asks every shard, even if others fail.
     *
     * @throws QueueUnavailable if any did not answer, after all were asked
     */
    public <T> List<T> ask(Function<ShardScripts, T> question) {
        return ask(each, question);
    }

    /**
     * The answer of the first shard that has one.
     *
     * @throws QueueUnavailable if none has one, and a shard that might have one did not answer
     */
    public <T> Optional<T> first(Function<ShardScripts, Optional<T>> question) {
        Attempts attempts = new Attempts();
        for (ShardScripts shard : each) {
            Optional<T> answer = attempts.at(() -> question.apply(shard)).flatMap(Function.identity());
            if (answer.isPresent()) {
                return answer;
            }
        }
        attempts.throwFirstFailure();
        return Optional.empty();
    }

    /**
     * The answers of the shards that can be reached.
     *
     * @throws QueueUnavailable if none can
     */
    public <T> List<T> askLiving(Function<ShardScripts, T> question) {
        Attempts attempts = new Attempts();
        List<T> answers = ask(each, question, attempts);
        if (answers.isEmpty()) {
            attempts.throwFirstFailure();
        }
        return answers;
    }

    /** As {@link #ask(Function)}, of some. */
    public static <S, T> List<T> ask(Iterable<S> some, Function<S, T> question) {
        Attempts attempts = new Attempts();
        List<T> answers = ask(some, question, attempts);
        attempts.throwFirstFailure();
        return answers;
    }

    private static <S, T> List<T> ask(Iterable<S> some, Function<S, T> question, Attempts attempts) {
        List<T> answers = new ArrayList<>();
        some.forEach(one -> attempts.at(() -> question.apply(one)).ifPresent(answers::add));
        return answers;
    }
}
