package dev.tailback.verification.benchmarks.memory;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench memory}: both programs with little heap, however many entries wait. They manage, or they end,
 * and then this ends with 1.
 */
@Command(
        name = "memory",
        description = "Memory of service app and worker, idle and with millions of entries waiting.",
        mixinStandardHelpOptions = true)
public final class MeasureMemory implements Callable<Integer> {
    private static final int SOLD_CONTRACTS = 60_000;
    private static final int PER_CONTRACT = 10;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--entries",
            paramLabel = "N",
            split = ",",
            description = "How many wait, one measurement each (${DEFAULT-VALUE}).")
    private List<Long> entries = List.of(1_000_000L, 10_000_000L);

    @Option(names = "--heap-mb", paramLabel = "N", description = "Heap of each program (${DEFAULT-VALUE}).")
    private int heapMb = 256;

    @Option(names = "--seconds", paramLabel = "N", description = "How long the worker drains (${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--latency-ms", paramLabel = "N", description = "How late Salesforce answers (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Override
    public Integer call() {
        LabOptions.atLeast(64, "--heap-mb", heapMb);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--latency-ms", latencyMs);
        entries.forEach(howMany -> LabOptions.atLeast(PER_CONTRACT, "--entries", howMany));
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        House house = House.build(lab);
        List<SoldLine> sold = new Sales(house.org()).sell(SOLD_CONTRACTS);
        house.org().answerAfter(latencyMs);
        System.out.printf(
                "Both programs with -Xmx%dm; Salesforce answers after %d ms; %d entries a contract%n",
                heapMb, latencyMs, PER_CONTRACT);
        WaitingMillions millions = new WaitingMillions(house, sold, PER_CONTRACT, "-Xmx" + heapMb + "m");
        millions.idle();
        entries.forEach(howMany -> millions.with(howMany, seconds));
        millions.table().print(System.out);
    }
}
