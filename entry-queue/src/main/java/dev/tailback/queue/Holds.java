package dev.tailback.queue;

import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What operators hold, while everything else goes on.
 *
 * @param groups of which nothing is taken
 * @param codes refusals after which an entry is not taken again; a correction of it goes, as any correction does
 */
public record Holds(Set<String> groups, Set<String> codes) {

    /** The most that are held at once, of both together: a take looks at each once. */
    public static final int MOST = 100;

    // As Redis has always had it: a queue that an earlier program has built holds the same after an upgrade.
    private static final String HELD_GROUP = "contract:";

    public static final Holds NONE = new Holds(Set.of(), Set.of());

    public Holds {
        groups = Set.copyOf(groups);
        codes = Set.copyOf(codes);
        if (groups.size() + codes.size() > MOST) {
            throw new IllegalArgumentException("The queue holds at most " + MOST + " groups and causes at once");
        }
    }

    public boolean isEmpty() {
        return groups.isEmpty() && codes.isEmpty();
    }

    /** Page by page, since letting go a cause may move many entries. */
    long tell(ShardScripts shard) {
        List<String> arguments = new ArrayList<>(List.of(""));
        Stream.concat(groups.stream().map(id -> HELD_GROUP + id), codes.stream().map(code -> "code:" + code))
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
