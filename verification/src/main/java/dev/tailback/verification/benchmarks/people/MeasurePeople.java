package dev.tailback.verification.benchmarks.people;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.ledger.FillAds;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.benchmarks.people.Person.Pace;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench people}: what many people wait for their pages, beside Salesforce's own time. */
@Command(
        name = "people",
        description = "Many people at the pages at once, beside Salesforce's own time.",
        mixinStandardHelpOptions = true)
public final class MeasurePeople implements Callable<Integer> {
    private static final int CONTRACTS = 100;
    private static final int CALLS_IN_FLIGHT = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    @Mixin
    private LabOptions lab;

    @Option(names = "--people", paramLabel = "N", description = "How many people (${DEFAULT-VALUE}).")
    private int people = 50;

    @Option(names = "--seconds", paramLabel = "N", description = "How long they click (${DEFAULT-VALUE}).")
    private int seconds = 300;

    @Option(names = "--think-ms", paramLabel = "N", description = "How long they look at a page (${DEFAULT-VALUE}).")
    private int thinkMs = 3_000;

    @Option(names = "--ads", paramLabel = "N", description = "How many ads there are before (${DEFAULT-VALUE}).")
    private long ads = 100_000;

    @Option(names = "--latency-ms", paramLabel = "N", description = "How late Salesforce answers (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--people", people);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(0, "--think-ms", thinkMs);
        LabOptions.atLeast(1_000, "--ads", ads);
        LabOptions.atLeast(1, "--latency-ms", latencyMs);
        return lab.measure(this::measure);
    }

    private void measure(Lab opened) {
        House house = House.build(opened);
        List<SoldLine> sold = new Sales(house.org()).sell(CONTRACTS);
        Program serviceApp = house.startServiceApp();
        Ledger ledger = new Ledger(house.postgres());
        ledger.compareNothing();
        new FillAds(ledger).book(ads);
        Program worker = house.startWorker(CALLS_IN_FLIGHT);
        Crowd crowd = new Crowd(house.serviceApp(), sold);
        crowd.work(people, pace(WARM_UP));
        house.org().answerAfter(latencyMs);
        double before = ledger.workedMs();
        Map<Act, Samples> waits = crowd.work(people, pace(Duration.ofSeconds(seconds)));
        double worked = (ledger.workedMs() - before) / 1_000;
        System.out.printf(
                "%d people for %d s, who look at a page for %,d ms; %,d ads before; Salesforce answers after %d ms;"
                        + " PostgreSQL worked %.0f s%n",
                people, seconds, thinkMs, ads, latencyMs, worked);
        waits(waits).print(System.out);
        memory(List.of(serviceApp, worker)).print(System.out);
    }

    private Pace pace(Duration time) {
        return new Pace(System.nanoTime() + time.toNanos(), Duration.ofMillis(thinkMs));
    }

    private Table waits(Map<Act, Samples> waits) {
        Table table = new Table("page", "how often", "p50, ms", "p99, ms", "largest, ms", "p50 / Salesforce's latency");
        waits.forEach((act, samples) -> {
            if (samples.size() > 0) {
                table.row(
                        act.shown(),
                        Samples.number(samples.size(), 0),
                        Samples.number(samples.median(), 0),
                        Samples.number(samples.at(0.99), 0),
                        Samples.number(samples.largest(), 0),
                        "× " + Samples.number(samples.median() / latencyMs, 2));
            }
        });
        return table;
    }

    private static Table memory(List<Program> programs) {
        Table table = new Table("program", "resident, MB", "peak, MB", "heap, MB");
        for (Program program : programs) {
            ProcessMemory memory = ProcessMemory.of(program);
            table.row(
                    program.name(),
                    Samples.number(memory.residentMb(), 0),
                    Samples.number(memory.peakMb(), 0),
                    Samples.number(memory.heapMb(), 1));
        }
        return table;
    }
}
