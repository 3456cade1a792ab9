package dev.tailback.verification.benchmarks.drain;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench concurrency}: a backlog drained with the number of calls at one time that the worker finds
 * itself, beside fixed numbers, in the same run.
 */
@Command(
        name = "concurrency",
        description = "The number of calls at one time that the worker finds itself, beside fixed numbers: records a"
                + " second with a near, a far and a changing Salesforce.",
        mixinStandardHelpOptions = true)
public final class MeasureConcurrency implements Callable<Integer> {
    /** As the worker takes them. */
    private static final int MOST_CALLS = 32;

    private static final int PER_CONTRACT = 10;

    @Mixin
    private LabOptions lab;

    @Option(
            names = "--latency-ms",
            paramLabel = "N",
            split = ",",
            description = "How late Salesforce answers, 1 or more, one comparison each (${DEFAULT-VALUE}).")
    private List<Integer> latencies = List.of(20, 100, 500);

    @Option(
            names = "--limits",
            paramLabel = "N",
            split = ",",
            description = "How many calls at one time Salesforce takes, in turn, in one more comparison; 0 for none"
                    + " (${DEFAULT-VALUE}).")
    private List<Integer> limits = List.of(16, 4, 16, 4);

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description = "Fixed numbers of calls at one time (${DEFAULT-VALUE}).")
    private List<Integer> fixed = List.of(1, 2, 4, 8, 16, 20);

    @Option(
            names = "--bounds",
            paramLabel = "N-N",
            description = "Between which the worker finds its number (${DEFAULT-VALUE}).")
    private String bounds = "1-20";

    @Option(names = "--contracts", paramLabel = "N", description = "Contracts that are sold (${DEFAULT-VALUE}).")
    private int contracts = 10_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each is watched, with each limit if there are some (${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "How often (${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Override
    public Integer call() {
        latencies.forEach(latency -> LabOptions.atLeast(1, "--latency-ms", latency));
        fixed.forEach(number -> LabOptions.within(1, MOST_CALLS, "--calls", number));
        LabOptions.atLeast(1, "--contracts", contracts);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--rounds", rounds);
        if (!bounds.matches("[1-9]\\d?-[1-9]\\d?")) {
            throw CannotStart.misconfigured("--bounds is " + bounds + ": give two numbers, as in 1-20.");
        }
        List<Weather> weathers = weathers();
        return lab.measure(lab -> measure(lab, weathers));
    }

    private List<Weather> weathers() {
        List<Weather> all = new ArrayList<>();
        latencies.forEach(latency -> all.add(Weather.steady(latency)));
        if (!limits.equals(List.of(0))) {
            limits.forEach(limit -> LabOptions.atLeast(1, "--limits", limit));
            all.add(new Weather(100, limits));
        }
        return all;
    }

    private void measure(Lab lab, List<Weather> weathers) {
        System.out.printf("%d records a contract, 200 a call; %d s each, %d rounds%n", PER_CONTRACT, seconds, rounds);
        FixedAndFound compared = new FixedAndFound(fixed, bounds);
        weathers.forEach(weather -> measure(lab, weather, compared));
        compared.table().print(System.out);
    }

    // An org for each: it keeps every record in memory.
    private void measure(Lab lab, Weather weather, FixedAndFound compared) {
        ProgramPlan plan = lab.plans().localOrg();
        Program program = lab.start(plan, "-Xmx4g");
        try {
            LabOrg org = new LabOrg(LabPlans.addressOf(plan));
            Backlog backlog = new Backlog(new Sales(org).sell(contracts), PER_CONTRACT);
            Duration window = Duration.ofSeconds(
                    (long) seconds * Math.max(1, weather.limits().size()));
            compared.measure(weather, new Drains(lab, org, backlog, weather, window), rounds);
        } finally {
            program.kill();
        }
    }
}
