package dev.tailback.queue.offers;

import dev.tailback.queue.Offered;
import dev.tailback.queue.Postponed;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.StoredRecord;
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
 * Brings records to their shards, as {@code offer.lua} and {@code postpone.lua} read them: some hundred records a call,
 * so that no call blocks Redis for long. An offer goes contract by contract, because a contract that has nothing
 * waiting takes all its records in one step.
 */
public final class Offering {
    private static final int RECORDS_A_CALL = 200;
    private static final String NO_REBUILD = "";
    private static final String NO_LOCK = "0";

    private final List<String> arguments;

    private Offering(String token, String lock) {
        this.arguments = new ArrayList<>(List.of(token, lock));
    }

    public static Offered offer(AllShards shards, List<UsageRecord> records) {
        return toEach(
                shards.split(records, UsageRecord::contractId), "offer", some -> calls(NO_REBUILD, NO_LOCK, some));
    }

    public static Offered postpone(AllShards shards, List<Postponed> records) {
        return toEach(
                shards.split(records, postponed -> postponed.record().contractId()),
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

    /** The arguments of each call that offers these records. */
    static List<String[]> calls(String token, String lock, List<UsageRecord> records) {
        return calls(token, lock, records, Offering::addByContract);
    }

    /** The arguments of each call that postpones these records. */
    static List<String[]> postponingCalls(String token, String lock, List<Postponed> records) {
        return calls(token, lock, records, (call, some) -> some.forEach(call::add));
    }

    private static <T> List<String[]> calls(
            String token, String lock, List<T> records, BiConsumer<Offering, List<T>> fill) {
        List<String[]> calls = new ArrayList<>();
        for (int from = 0; from < records.size(); from += RECORDS_A_CALL) {
            Offering call = new Offering(token, lock);
            fill.accept(call, records.subList(from, Math.min(records.size(), from + RECORDS_A_CALL)));
            calls.add(call.arguments.toArray(String[]::new));
        }
        return calls;
    }

    // An entry that comes again begins a new round: within one, a contract's entries are distinct.
    private void addByContract(List<UsageRecord> records) {
        Map<String, List<UsageRecord>> contracts = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (UsageRecord record : records) {
            if (!seen.add(record.entryId())) {
                contracts.forEach(this::add);
                contracts.clear();
                seen.clear();
                seen.add(record.entryId());
            }
            contracts
                    .computeIfAbsent(record.contractId(), contract -> new ArrayList<>())
                    .add(record);
        }
        contracts.forEach(this::add);
    }

    private void add(String contractId, List<UsageRecord> records) {
        arguments.add(contractId);
        arguments.add(Integer.toString(records.size()));
        records.forEach(this::add);
    }

    private void add(Postponed postponed) {
        arguments.add(postponed.record().contractId());
        add(postponed.record());
        arguments.add(Long.toString(postponed.delay().toMillis()));
        arguments.add(postponed.code().orElse(""));
    }

    private void add(UsageRecord record) {
        arguments.add(record.entryId().toString());
        arguments.add(StoredRecord.beforeSequence(record));
        arguments.add(StoredRecord.afterSequence(record));
    }
}
