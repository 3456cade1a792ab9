package dev.tailback.verification.benchmarks.latency;

import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.lab.Staff;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tailback bench latency}: from the commit of an entry to Reported, beside a bare upsert of one record in the
 * same run.
 */
@Command(
        name = "latency",
        description = "From the commit of an entry to Reported, while people book at an even pace.",
        mixinStandardHelpOptions = true)
public final class MeasureLatency implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int WARM_UP = 100;

    @Mixin
    private LabOptions lab;

    @Option(names = "--seconds", paramLabel = "N", description = "How long people book (${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--per-second", paramLabel = "N", description = "Ads booked each second (${DEFAULT-VALUE}).")
    private int perSecond = 20;

    @Option(names = "--contracts", paramLabel = "N", description = "Contracts they book on (${DEFAULT-VALUE}).")
    private int contracts = 100;

    @Option(
            names = "--calls",
            paramLabel = "N",
            split = ",",
            description = "Calls in flight, one measurement each (${DEFAULT-VALUE}).")
    private List<Integer> callsInFlight = List.of(4, 1);

    @Option(names = "--latency-ms", paramLabel = "N", description = "How late Salesforce answers (${DEFAULT-VALUE}).")
    private int latencyMs = 100;

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--per-second", perSecond);
        LabOptions.atLeast(1, "--contracts", contracts);
        LabOptions.atLeast(1, "--latency-ms", latencyMs);
        return lab.measure(this::measure);
    }

    private void measure(Lab lab) {
        House house = House.build(lab);
        house.rememberCommitTimes();
        List<SoldLine> sold = new Sales(house.org()).sell(contracts);
        house.org().answerAfter(latencyMs);
        house.startServiceApp();
        new Ledger(house.postgres()).compareNothing();
        System.out.printf(
                "Salesforce answers after %d ms; %d ads/s for %d s on %d contracts%n",
                latencyMs, perSecond, seconds, contracts);
        Table table = new Table("calls in flight", "", "p50, ms", "p90, ms", "p99, ms", "largest, ms");
        callsInFlight.forEach(calls -> rows(table, house, sold, calls));
        table.print(System.out);
    }

    private void rows(Table table, House house, List<SoldLine> sold, int calls) {
        Samples reported = reported(house, sold, calls);
        Samples bare = new BareUpsert(house.org()).times(sold);
        row(table, calls, "commit to Reported", reported);
        row(table, calls, "a bare upsert of one record", bare);
        table.row(
                calls,
                "ratio to the bare p50",
                ratio(reported.at(0.5), bare),
                ratio(reported.at(0.9), bare),
                ratio(reported.at(0.99), bare),
                ratio(reported.largest(), bare));
    }

    private Samples reported(House house, List<SoldLine> sold, int calls) {
        Ledger ledger = new Ledger(house.postgres());
        Program worker = house.startWorker(calls);
        Staff staff = new Staff(house.serviceApp(), sold);
        staff.warmUp(WARM_UP);
        awaitReported(ledger);
        ledger.empty();
        staff.book(seconds * perSecond, perSecond);
        awaitReported(ledger);
        worker.kill();
        Samples times = ledger.reportedAfterMs();
        requireAll(times);
        ledger.empty();
        return times;
    }

    private void requireAll(Samples times) {
        if (times.size() != seconds * perSecond) {
            throw new IllegalStateException(
                    times.size() + " of " + seconds * perSecond + " entries are reported: such times say nothing");
        }
    }

    private static void awaitReported(Ledger ledger) {
        Await.require("everything is reported", LONGEST, () -> ledger.open() == 0);
    }

    private static void row(Table table, int calls, String what, Samples times) {
        table.row(
                calls,
                what,
                Samples.number(times.at(0.5), 0),
                Samples.number(times.at(0.9), 0),
                Samples.number(times.at(0.99), 0),
                Samples.number(times.largest(), 0));
    }

    private static String ratio(double millis, Samples bare) {
        return "× " + Samples.number(millis / bare.median(), 2);
    }
}
