package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench hub}: lag, writes and lost values beside a naive two-way sync, and the hub's own speed. */
@Command(
        name = "hub",
        description = "How late the hub is, what it writes and what is lost, beside a naive two-way sync; and how many"
                + " changed records it takes in a second.",
        mixinStandardHelpOptions = true)
public final class MeasureHub implements Callable<Integer> {
    private static final int LEAST_CUSTOMERS = 10;
    private static final int MOST_CUSTOMERS = 100;
    private static final int MOST_EDITS = 10_000;
    private static final int LEAST_BACKLOG = 100;
    private static final int MOST_BACKLOG = 200_000;

    @Mixin
    private LabOptions lab;

    @Option(names = "--customers", paramLabel = "N", description = "In each CRM, 10 to 100 (${DEFAULT-VALUE}).")
    private int customers = 100;

    @Option(
            names = "--edits",
            paramLabel = "N",
            description = "Edits of one customer after the other, to see how late they are elsewhere"
                    + " (${DEFAULT-VALUE}).")
    private int edits = 200;

    @Option(names = "--per-second", paramLabel = "N", description = "Of these, 1 to 5 (${DEFAULT-VALUE}).")
    private int perSecond = 2;

    @Option(
            names = "--contested",
            paramLabel = "N",
            description = "Edits of the same ten customers, 10 a second (${DEFAULT-VALUE}).")
    private int contested = 300;

    @Option(
            names = "--outage-seconds",
            paramLabel = "N",
            description = "How long HubSpot is away meanwhile, 0 to 300 (${DEFAULT-VALUE}).")
    private int outageSeconds = 10;

    @Option(names = "--poll-ms", paramLabel = "N", description = "How often both ask, 200 to 60000 (${DEFAULT-VALUE}).")
    private int pollMs = 1000;

    @Option(names = "--rounds", paramLabel = "N", description = "How often, in turn, 0 to 20 (${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            description = "Records that change at one moment, 100 to 200000, or 0 to leave it out (${DEFAULT-VALUE}).")
    private int backlog = 10_000;

    @Override
    public Integer call() {
        LabOptions.within(LEAST_CUSTOMERS, MOST_CUSTOMERS, "--customers", customers);
        LabOptions.within(1, MOST_EDITS, "--edits", edits);
        LabOptions.within(1, 5, "--per-second", perSecond);
        LabOptions.within(1, MOST_EDITS, "--contested", contested);
        LabOptions.within(0, 300, "--outage-seconds", outageSeconds);
        LabOptions.within(200, 60_000, "--poll-ms", pollMs);
        LabOptions.within(0, 20, "--rounds", rounds);
        if (backlog != 0) {
            LabOptions.within(LEAST_BACKLOG, MOST_BACKLOG, "--backlog", backlog);
        }
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        if (rounds > 0) {
            beside(lab);
        }
        if (backlog > 0) {
            HubTables.backlog(backlog, new Backlog(lab, backlog, Duration.ofMillis(pollMs)).run())
                    .print(System.out);
        }
    }

    private void beside(Lab lab) {
        System.out.printf(
                "%d customers in each CRM, asked every %d ms; HubSpot's search is 2 s behind%n", customers, pollMs);
        HubTables tables = new HubTables();
        for (int round = 1; round <= rounds; round++) {
            try (Contender hub = Contender.hub(lab, round, customers, Duration.ofMillis(pollMs))) {
                measure(hub, round, tables);
            }
            try (Contender naive = Contender.naive(lab, round, customers, Duration.ofMillis(pollMs))) {
                measure(naive, round, tables);
            }
        }
        tables.print(System.out);
    }

    private void measure(Contender one, int round, HubTables tables) {
        People people = new People(one.crms(), round);
        String name = one.synchroniser().name();
        tables.add(name, new LagWatch(one.crms(), one.synchroniser()).run(people, edits, perSecond));
        tables.add(
                name,
                new Contest(one.crms(), one.synchroniser()).run(people, contested, Duration.ofSeconds(outageSeconds)));
    }
}
