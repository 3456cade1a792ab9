package dev.tailback.worker;

import dev.tailback.usage.UsageRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Usage records for tests: only what matters is said. */
public final class UsageRecords {
    private UsageRecords() {}

    public static UsageRecord usage(String contractId, String contractProductId, int units) {
        return version(UUID.randomUUID(), contractId, contractProductId, 1, units);
    }

    public static UsageRecord version(
            UUID entryId, String contractId, String contractProductId, long version, int units) {
        return new UsageRecord(entryId, contractId, contractProductId, version, units, false, "AD-1", 0);
    }

    /** Records of one contract, of one unit each. */
    public static List<UsageRecord> usages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> usage("800000000000001AAA", "a00000000000001AAA", 1))
                .toList();
    }

    /** Records of so many contracts, each with so many entries of one unit, one contract after the other. */
    public static List<UsageRecord> usagesOf(int contracts, int entriesEach) {
        return IntStream.range(0, contracts * entriesEach)
                .mapToObj(i -> usage("8000000000%05dAAA".formatted(i / entriesEach), "a00000000000001AAA", 1))
                .toList();
    }
}
