package dev.tailback.verification.benchmarks.lab;

import dev.tailback.usage.UsageRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Records as they would wait after an outage: entries of their own each time it is asked, contract after contract. */
public record Backlog(List<SoldLine> sold, int perContract) {

    public List<UsageRecord> records(int howMany) {
        return IntStream.range(0, howMany).mapToObj(this::record).toList();
    }

    private UsageRecord record(int number) {
        SoldLine line = sold.get(number / perContract % sold.size());
        return new UsageRecord(
                UUID.randomUUID(), line.contractId(), line.contractProductId(), 1, 1, false, "AD-" + number, 0);
    }
}
