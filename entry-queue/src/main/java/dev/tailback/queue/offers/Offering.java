package dev.tailback.queue.offers;

import dev.tailback.queue.Offered;
import dev.tailback.queue.Postponed;
import dev.tailback.queue.QueueEntry;
import dev.tailback.queue.records.StoredEntry;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Brings entries to their shards, as {@code offer.lua} and {@code postpone.lua} read them: some hundred entries a call,
 * so that no call blocks Redis for long. An offer goes group by group, because a group that has nothing
 * waiting takes all its entries in one step.
 */
public final class Offering {
    private static final int ENTRIES_A_CALL = 200;
    private static final String NO_REBUILD = "";
    private static final String NO_LOCK = "0";

    private final List<String> arguments;

    private Offering(String token, String lock) {
        this.arguments = new ArrayList<>(List.of(token, lock));
    }

    public static Offered offer(AllShards shards, List<QueueEntry> entries) {
        return toEach(shards.split(entries, QueueEntry::group), "offer", some -> calls(NO_REBUILD, NO_LOCK, some));
    }

    public static Offered postpone(AllShards shards, List<Postponed> entries) {
        return toEach(
                shards.split(entries, postponed -> postponed.entry().group()),
                "postpone",
                some -> postponingCalls(NO_REBUILD, NO_LOCK, some));
    }

    private static <T> Offered toEach(
            Map<ShardScripts, List<T>> split, String script, Function<List<T>, List<String[]>> calls) {
        return AllShards.ask(split.entrySet(), some -> to(some.getKey(), script, calls.apply(some.getValue()))).stream()
                .reduce(new Offered.Taken(0, 0), Offering::both);
    }

    private static Offered to(ShardScripts shard, String script, List<String[]> calls) {
        int added = 0;
        int known = 0;
        for (String[] call : calls) {
            List<Object> reply = shard.list(script, call);
            if ((Long) reply.get(0) == 0) {
                return new Offered.Shut();
            }
            added += ((Long) reply.get(1)).intValue();
            known += ((Long) reply.get(2)).intValue();
        }
        return new Offered.Taken(added, known);
    }

    private static Offered both(Offered one, Offered other) {
        return one.<Offered>fold(
                some -> other.<Offered>fold(
                        more -> new Offered.Taken(some.added() + more.added(), some.known() + more.known()),
                        () -> other),
                () -> one);
    }

    /** The arguments of each call that offers these entries. */
    static List<String[]> calls(String token, String lock, List<QueueEntry> entries) {
        return calls(token, lock, entries, Offering::addByGroup);
    }

    /** The arguments of each call that postpones these entries. */
    static List<String[]> postponingCalls(String token, String lock, List<Postponed> entries) {
        return calls(token, lock, entries, (call, some) -> some.forEach(call::add));
    }

    private static <T> List<String[]> calls(
            String token, String lock, List<T> entries, BiConsumer<Offering, List<T>> fill) {
        List<String[]> calls = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += ENTRIES_A_CALL) {
            Offering call = new Offering(token, lock);
            fill.accept(call, entries.subList(from, Math.min(entries.size(), from + ENTRIES_A_CALL)));
            calls.add(call.arguments.toArray(String[]::new));
        }
        return calls;
    }

    // An entry that comes again begins a new round: within one, a group's entries are distinct.
    private void addByGroup(List<QueueEntry> entries) {
        Map<String, List<QueueEntry>> groups = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (QueueEntry entry : entries) {
            if (!seen.add(entry.id())) {
                groups.forEach(this::add);
                groups.clear();
                seen.clear();
                seen.add(entry.id());
            }
            groups.computeIfAbsent(entry.group(), group -> new ArrayList<>()).add(entry);
        }
        groups.forEach(this::add);
    }

    private void add(String group, List<QueueEntry> entries) {
        arguments.add(group);
        arguments.add(Integer.toString(entries.size()));
        entries.forEach(this::add);
    }

    private void add(Postponed postponed) {
        arguments.add(postponed.entry().group());
        add(postponed.entry());
        arguments.add(Long.toString(postponed.delay().toMillis()));
        arguments.add(postponed.code().orElse(""));
    }

    private void add(QueueEntry entry) {
        arguments.add(entry.id().toString());
        arguments.add(StoredEntry.beforeSequence(entry));
        arguments.add(StoredEntry.afterSequence(entry));
    }
}
