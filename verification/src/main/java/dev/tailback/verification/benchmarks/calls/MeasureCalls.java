package dev.tailback.verification.benchmarks.calls;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench calls}: how many calls Salesforce counts for a thousand entries, in the whole system. */
@Command(
        name = "calls",
        description = "Salesforce calls per 1,000 entries: two backlogs, and live work.",
        mixinStandardHelpOptions = true)
public final class MeasureCalls implements Callable<Integer> {
    private static final int FEW = 10;
    private static final int MANY = 1_000;

    @Mixin
    private LabOptions lab;

    @Option(names = "--entries", paramLabel = "N", description = "Entries of each backlog (${DEFAULT-VALUE}).")
    private int entries = 20_000;

    @Option(names = "--seconds", paramLabel = "N", description = "How long people book live (${DEFAULT-VALUE}).")
    private int seconds = 50;

    @Option(names = "--per-second", paramLabel = "N", description = "Ads booked live each second (${DEFAULT-VALUE}).")
    private int perSecond = 20;

    @Option(names = "--contracts", paramLabel = "N", description = "Contracts booked on live (${DEFAULT-VALUE}).")
    private int contracts = 100;

    @Option(names = "--latency-ms", paramLabel = "N", description = "How late Salesforce answers (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description = "Calls in flight while people book live, one measurement each (${DEFAULT-VALUE}).")
    private List<Integer> callsInFlight = List.of(4, 1);

    @Override
    public Integer call() {
        LabOptions.atLeast(1000, "--entries", entries);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--per-second", perSecond);
        LabOptions.atLeast(1, "--contracts", contracts);
        LabOptions.atLeast(0, "--latency-ms", latencyMs);
        if (entries % MANY != 0) {
            throw CannotStart.misconfigured(
                    "--entries is " + entries + ": give whole thousands, so that every contract is full.");
        }
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        House house = House.build(lab);
        List<SoldLine> sold = new Sales(house.org()).sell(Math.max(contracts, entries / FEW));
        house.org().answerAfter(latencyMs);
        house.startServiceApp();
        new Ledger(house.postgres()).compareNothing();
        System.out.printf("Salesforce answers after %d ms; one service app, one worker%n", latencyMs);
        CallsOfEntries calls = new CallsOfEntries(house, sold);
        calls.backlog(entries, FEW);
        calls.backlog(entries, MANY);
        callsInFlight.forEach(inFlight -> calls.live(seconds, perSecond, contracts, inFlight));
        calls.table().print(System.out);
    }
}
