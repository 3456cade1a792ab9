package dev.tailback.verification.benchmarks.bulk;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Rebuild;
import dev.tailback.usage.UsageRecord;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.CallCounts;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.benchmarks.lab.PatientQueue;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench bulk}: what a long backlog costs of the day's calls, and how long it takes. */
@Command(
        name = "bulk",
        description = "A long backlog as Bulk jobs, beside the same backlog in calls.",
        mixinStandardHelpOptions = true)
public final class MeasureBulk implements Callable<Integer> {
    /** A job of the largest size must fit into a small heap. */
    private static final String HEAP = "-Xmx256m";

    private static final int CONTRACTS = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Mixin
    private LabOptions lab;

    @Option(names = "--records", paramLabel = "N", description = "Records that wait (${DEFAULT-VALUE}).")
    private int records = 200_000;

    @Option(
            names = "--latency-ms",
            paramLabel = "N",
            description = "How late Salesforce answers each call, 0 or more (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Option(names = "--per-contract", paramLabel = "N", description = "Records of one contract (${DEFAULT-VALUE}).")
    private int perContract = 10;

    @Override
    public Integer call() {
        LabOptions.within(1_000, 2_000_000, "--records", records);
        LabOptions.atLeast(0, "--latency-ms", latencyMs);
        LabOptions.atLeast(1, "--per-contract", perContract);
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        ProgramPlan plan = lab.plans().localOrg();
        lab.start(plan, "-Xmx4g");
        LabOrg org = new LabOrg(LabPlans.addressOf(plan));
        Backlog backlog = new Backlog(new Sales(org).sell(CONTRACTS), perContract);
        org.answerAfter(latencyMs);
        System.out.printf(
                "Salesforce answers after %d ms; %d records wait, %d of one contract%n",
                latencyMs, records, perContract);
        Table table = new Table("way", "s until Salesforce holds all", "records/s", "calls per 1,000 records");
        row(table, "Bulk jobs", drain(lab, org, backlog, "10000"));
        row(table, "calls", drain(lab, org, backlog, "off"));
        table.print(System.out);
    }

    /** What it took until Salesforce held everything. */
    private record Drained(double seconds, CallCounts calls) {}

    private Drained drain(Lab lab, LabOrg org, Backlog backlog, String bulkFrom) {
        try (EmbeddedRedis redis = lab.redis("redis")) {
            offer(redis, backlog);
            CallCounts before = org.calls();
            ProgramPlan plan = lab.plans().syncWorker(org.address(), redis, Map.of("WORKER_BULK_FROM", bulkFrom));
            Program worker = lab.start(plan, HEAP);
            try {
                return drained(org, before);
            } finally {
                worker.kill();
            }
        } finally {
            lab.forgetRedis("redis");
        }
    }

    private Drained drained(LabOrg org, CallCounts before) {
        Await.require(
                "the first record was saved",
                LONGEST,
                () -> org.calls().since(before).saved() > 0);
        long begin = System.nanoTime();
        Await.require(
                "Salesforce held all", LONGEST, () -> org.calls().since(before).saved() >= records);
        return new Drained((System.nanoTime() - begin) / 1e9, org.calls().since(before));
    }

    private void offer(EmbeddedRedis redis, Backlog backlog) {
        try (EntryQueue queue = PatientQueue.on(redis);
                Rebuild rebuild =
                        queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(UsageRecord.entries(backlog.records(records)));
            PatientQueue.tellMapping(rebuild);
            rebuild.finish();
        }
    }

    private void row(Table table, String way, Drained drained) {
        table.row(
                way,
                "%.1f".formatted(drained.seconds()),
                "%,.0f".formatted(records / drained.seconds()),
                "%.2f".formatted(drained.calls().all() * 1000.0 / records));
    }
}
