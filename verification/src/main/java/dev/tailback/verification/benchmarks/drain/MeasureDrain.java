package dev.tailback.verification.benchmarks.drain;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.ProgramPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench drain}: how fast a backlog gets into Salesforce, beside Apache Camel's Salesforce component and
 * a worker that sends one record a call.
 */
@Command(
        name = "drain",
        description = "Records a second into Salesforce, calls and memory, beside Camel's Salesforce component and a"
                + " worker that sends one record a call.",
        mixinStandardHelpOptions = true)
public final class MeasureDrain implements Callable<Integer> {
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

    @Option(names = "--contracts", paramLabel = "N", description = "Contracts that are sold (${DEFAULT-VALUE}).")
    private int contracts = 20_000;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each is watched (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--rounds", paramLabel = "N", description = "How often (${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(
            names = "--peers",
            paramLabel = "NAME",
            split = ",",
            description = "Other workers to measure: camel, one-record, or none (${DEFAULT-VALUE}). Maven fetches Camel"
                    + " once.")
    private List<String> peers = List.of("camel", "one-record");

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--latency-ms", latencyMs);
        LabOptions.atLeast(1, "--per-contract", perContract);
        LabOptions.atLeast(1, "--contracts", contracts);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--rounds", rounds);
        List<OtherWorker> others = others();
        return lab.measure(lab -> measure(lab, others));
    }

    private List<OtherWorker> others() {
        return peers.equals(List.of("none"))
                ? List.of()
                : peers.stream().map(MeasureDrain::named).toList();
    }

    private static OtherWorker named(String peer) {
        return OtherWorker.named(peer)
                .orElseThrow(() -> CannotStart.misconfigured(
                        "--peers knows no " + peer + ": give camel, one-record with commas between, or none."));
    }

    private void measure(Lab lab, List<OtherWorker> others) {
        ProgramPlan plan = lab.plans().localOrg();
        lab.start(plan, "-Xmx3g");
        LabOrg org = new LabOrg(LabPlans.addressOf(plan));
        Backlog backlog = new Backlog(new Sales(org).sell(contracts), perContract);
        System.out.printf(
                "Salesforce answers after %d ms; %d records a contract; %d s each, %d rounds%n",
                latencyMs, perContract, seconds, rounds);
        Drains drains = new Drains(lab, org, backlog, Weather.steady(latencyMs), Duration.ofSeconds(seconds));
        DrainsCompared compared = new DrainsCompared(drains, PreparedWorker.all(lab, others));
        Table table = DrainsCompared.headed();
        callsInFlight.forEach(calls -> compared.measure(calls, rounds, table));
        table.print(System.out);
    }
}
