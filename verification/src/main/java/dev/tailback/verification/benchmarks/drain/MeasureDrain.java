package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.ProgramPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench drain}: how fast a backlog gets into Salesforce, beside a worker that sends one record a
 * call.
 */
@Command(
        name = "drain",
        description = "Records a second into Salesforce, beside a worker that sends one record a call.",
        mixinStandardHelpOptions = true)
public final class MeasureDrain implements Callable<Integer> {
    private static final int CONTRACTS = 20_000;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description = "Calls in flight, one measurement each (${DEFAULT-VALUE}).")
    private List<Integer> callsInFlight = List.of(1, 4, 16);

    @Option(
            names = "--latency-ms",
            paramLabel = "N",
            description = "How late Salesforce answers, 1 or more (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Option(names = "--per-contract", paramLabel = "N", description = "Records of one contract (${DEFAULT-VALUE}).")
    private int perContract = 10;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each is watched (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--rounds", paramLabel = "N", description = "How often (${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--latency-ms", latencyMs);
        LabOptions.atLeast(1, "--per-contract", perContract);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--rounds", rounds);
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        ProgramPlan plan = lab.plans().localOrg();
        lab.start(plan, "-Xmx3g");
        LabOrg org = new LabOrg(LabPlans.addressOf(plan));
        Backlog backlog = new Backlog(new Sales(org).sell(CONTRACTS), perContract);
        org.answerAfter(latencyMs);
        System.out.printf(
                "Salesforce answers after %d ms; %d records a contract; %d s each, %d rounds%n",
                latencyMs, perContract, seconds, rounds);
        BothWorkers both = new BothWorkers(lab, org, backlog, Duration.ofSeconds(seconds), latencyMs);
        Table table = new Table(
                "calls in flight", "Tailback, records/s", "records a call", "one record a call, records/s", "ratio");
        callsInFlight.forEach(calls -> row(table, both, calls));
        table.print(System.out);
    }

    private void row(Table table, BothWorkers both, int calls) {
        Samples ours = new Samples();
        Samples perCall = new Samples();
        Samples other = new Samples();
        Samples ratio = new Samples();
        for (int round = 0; round < rounds; round++) {
            DrainRate mine = both.ours(calls);
            DrainRate theirs = both.oneRecordACall(calls);
            ours.add(mine.perSecond());
            perCall.add(mine.perCall());
            other.add(theirs.perSecond());
            ratio.add(mine.perSecond() / theirs.perSecond());
        }
        table.row(calls, ours.shown(0), perCall.shown(0), other.shown(1), "× " + ratio.shown(0));
    }
}
