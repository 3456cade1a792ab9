package dev.tailback.queue.maintenance;

import dev.tailback.queue.Mended;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through one shard for what a deleted or evicted key has left behind, and puts it right. Redis is blocked for
 * one page at a time only, so what changes meanwhile must not be taken for damage: whatever looks damaged is looked at
 * again in the step that mends it.
 */
public record Mending(ShardScripts shard) {
    private static final int READY_AT_A_TIME = 1_000;
    private static final int PUT_BACK_AT_A_TIME = 100;

    public Mended run() {
        List<Object> held = shard.list("mend");
        return switch (Math.toIntExact((Long) held.get(0))) {
            case 1 -> afterwards(held);
            case -1 -> new Mended(1, 0, true);
            default -> Mended.NOTHING;
        };
    }

    /** @param held what mend.lua answered: how much it mended, its time, and the figures before */
    private Mended afterwards(List<Object> held) {
        SeenGroups ready = ready();
        long damaged = (Long) held.get(1);
        long putBack = 0;
        long waiting = 0;
        String cursor = "0";
        do {
            List<Object> page = shard.list("missed", cursor);
            cursor = page.get(0).toString();
            if (cursor.isEmpty()) {
                return new Mended(damaged, putBack, false);
            }
            waiting += (Long) page.get(1);
            damaged += (Long) page.get(2);
            putBack += putBack(held.get(2).toString(), missing(page, ready));
        } while (!cursor.equals("0"));
        shard.number(
                "recount",
                held.get(3).toString(),
                held.get(4).toString(),
                held.get(5).toString(),
                Long.toString(waiting));
        return new Mended(damaged, putBack, false);
    }

    private SeenGroups ready() {
        SeenGroups ready = new SeenGroups();
        int read = 0;
        List<Object> page;
        do {
            page = shard.list("ready", Integer.toString(read), Integer.toString(READY_AT_A_TIME));
            page.forEach(group -> ready.add(group.toString()));
            read += page.size();
        } while (page.size() == READY_AT_A_TIME);
        return ready;
    }

    private static List<String> missing(List<Object> page, SeenGroups ready) {
        return page.stream()
                .skip(3)
                .map(Object::toString)
                .filter(group -> !ready.mayHave(group))
                .toList();
    }

    private long putBack(String since, List<String> groups) {
        long put = 0;
        for (int from = 0; from < groups.size(); from += PUT_BACK_AT_A_TIME) {
            List<String> arguments = new ArrayList<>(List.of(since));
            arguments.addAll(groups.subList(from, Math.min(groups.size(), from + PUT_BACK_AT_A_TIME)));
            put += shard.number("putback", arguments.toArray(String[]::new));
        }
        return put;
    }
}
