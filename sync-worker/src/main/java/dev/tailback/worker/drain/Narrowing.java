package dev.tailback.worker.drain;

import dev.tailback.usage.UsageRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits records that failed together into smaller calls: first by contract, so that one customer's problem no longer
 * affects the others, then within the contract until each record is alone. Halving makes that cheap: one bad record
 * among n costs about twice log2(n) calls, and never more than 2n calls. The order within a contract stays.
 */
final class Narrowing {
    private Narrowing() {}

    /** @param records two or more */
    static List<List<UsageRecord>> halves(List<UsageRecord> records) {
        List<List<UsageRecord>> contracts = contracts(records);
        if (contracts.size() == 1) {
            int middle = records.size() / 2;
            return List.of(records.subList(0, middle), records.subList(middle, records.size()));
        }
        int middle = contracts.size() / 2;
        return List.of(together(contracts.subList(0, middle)), together(contracts.subList(middle, contracts.size())));
    }

    static boolean isOneContract(List<UsageRecord> records) {
        String first = records.get(0).contractId();
        return records.stream().allMatch(record -> record.contractId().equals(first));
    }

    private static List<List<UsageRecord>> contracts(List<UsageRecord> records) {
        Map<String, List<UsageRecord>> contracts = new LinkedHashMap<>();
        records.forEach(record -> contracts
                .computeIfAbsent(record.contractId(), contract -> new ArrayList<>())
                .add(record));
        return List.copyOf(contracts.values());
    }

    private static List<UsageRecord> together(List<List<UsageRecord>> contracts) {
        return contracts.stream().flatMap(List::stream).toList();
    }
}
