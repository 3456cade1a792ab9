package dev.tailback.queue.offers;

import dev.tailback.queue.Postponed;
import dev.tailback.queue.UsageRecord;
import dev.tailback.queue.records.Payload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records as {@code offer.lua} and {@code postpone.lua} read them, some hundred records a call, so that no call blocks
 * Redis for long. An offer goes contract by contract, because a contract that has nothing waiting takes all its records
 * in one step.
 */
public final class OfferArguments {
    private static final int RECORDS_A_CALL = 200;

    private final List<String> arguments;

    private OfferArguments(String token, String lock) {
        this.arguments = new ArrayList<>(List.of(token, lock));
    }

    public static List<String[]> chunks(String token, String lock, List<UsageRecord> records) {
        List<String[]> chunks = new ArrayList<>();
        for (int from = 0; from < records.size(); from += RECORDS_A_CALL) {
            OfferArguments chunk = new OfferArguments(token, lock);
            chunk.addByContract(records.subList(from, Math.min(records.size(), from + RECORDS_A_CALL)));
            chunks.add(chunk.arguments.toArray(String[]::new));
        }
        return chunks;
    }

    public static List<String[]> postponed(String token, String lock, List<Postponed> records) {
        List<String[]> chunks = new ArrayList<>();
        for (int from = 0; from < records.size(); from += RECORDS_A_CALL) {
            OfferArguments chunk = new OfferArguments(token, lock);
            records.subList(from, Math.min(records.size(), from + RECORDS_A_CALL))
                    .forEach(chunk::add);
            chunks.add(chunk.arguments.toArray(String[]::new));
        }
        return chunks;
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
    }

    private void add(UsageRecord record) {
        arguments.add(record.entryId().toString());
        arguments.add(record.version() + "|" + record.attempts() + "|");
        arguments.add("|" + Payload.write(record));
    }
}
