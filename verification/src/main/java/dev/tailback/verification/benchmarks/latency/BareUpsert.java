package dev.tailback.verification.benchmarks.latency;

import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.usage.UsageRecord;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.report.Samples;
import java.util.List;

/**
 * What cannot be undercut: one record after the other straight into Salesforce, with the worker's own writer and
 * nothing around it.
 */
record BareUpsert(LabOrg org) {
    private static final int UPSERTS = 100;
    private static final int WARM_UP = 10;

    Samples times(List<SoldLine> sold) {
        UsageWriter writer = org.writer();
        Samples times = new Samples();
        int number = 0;
        for (UsageRecord record : new Backlog(sold, 1).records(UPSERTS + WARM_UP)) {
            double millis = millis(writer, record);
            if (number++ >= WARM_UP) {
                times.add(millis);
            }
        }
        return times;
    }

    private static double millis(UsageWriter writer, UsageRecord record) {
        UsageSnapshot snapshot = new UsageSnapshot(
                record.entryId(),
                record.contractProductId(),
                record.version(),
                record.units(),
                false,
                record.adReference());
        long begin = System.nanoTime();
        Delivery delivery = writer.upsert(List.of(snapshot));
        if (!delivery.isAnswered()) {
            throw new IllegalStateException("Salesforce did not take a bare upsert: " + delivery);
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
