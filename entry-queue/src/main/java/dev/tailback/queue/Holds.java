package dev.tailback.queue;

import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What operators hold, while everything else goes on.
 *
 * @param contractIds contracts of which nothing is taken
 * @param codes refusals after which a record is not taken again; a correction of it goes, as any correction does
 */
public record Holds(Set<String> contractIds, Set<String> codes) {

    /** The most that are held at once, of both together: a take looks at each once. */
    public static final int MOST = 100;

    public static final Holds NONE = new Holds(Set.of(), Set.of());

    public Holds {
        contractIds = Set.copyOf(contractIds);
        codes = Set.copyOf(codes);
        if (contractIds.size() + codes.size() > MOST) {
            throw new IllegalArgumentException("The queue holds at most " + MOST + " contracts and causes at once");
        }
    }

    public boolean isEmpty() {
        return contractIds.isEmpty() && codes.isEmpty();
    }

    /** Page by page, since letting go a cause may move many records. */
    long tell(ShardScripts shard) {
        List<String> arguments = new ArrayList<>(List.of(""));
        Stream.concat(
                        contractIds.stream().map(id -> "contract:" + id),
                        codes.stream().map(code -> "code:" + code))
                .sorted()
                .forEach(arguments::add);
        long next;
        do {
            next = shard.number("hold", arguments.toArray(String[]::new));
            arguments.set(0, Long.toString(next));
        } while (next >= 0);
        return next;
    }
}
