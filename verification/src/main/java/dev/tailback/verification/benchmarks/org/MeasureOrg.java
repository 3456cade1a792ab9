package dev.tailback.verification.benchmarks.org;

import static dev.tailback.verification.benchmarks.report.Samples.number;

import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOptions;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.LabPlans;
import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.benchmarks.lab.Sales;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tailback bench org}: the local org itself, which stands for Salesforce in all other measurements. */
@Command(
        name = "org",
        description = "The local org: start, upserts, queries, describes and Bulk, beside a bare HTTP answer.",
        mixinStandardHelpOptions = true)
public final class MeasureOrg implements Callable<Integer> {
    private static final int CONTRACTS = 2_000;
    private static final int PER_CONTRACT = 10;

    @Mixin
    private LabOptions lab;

    @Option(names = "--connections", paramLabel = "N", description = "Who call at once (${DEFAULT-VALUE}).")
    private int connections = 4;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each is watched (${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "How often; the first warms up (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--starts", paramLabel = "N", description = "How often each project is started (${DEFAULT-VALUE}).")
    private int starts = 3;

    @Option(names = "--objects", paramLabel = "N", description = "Objects of the foreign project (${DEFAULT-VALUE}).")
    private int objects = 300;

    @Option(names = "--fields", paramLabel = "N", description = "Fields of each of them (${DEFAULT-VALUE}).")
    private int fields = 50;

    @Override
    public Integer call() {
        LabOptions.atLeast(1, "--connections", connections);
        LabOptions.atLeast(1, "--seconds", seconds);
        LabOptions.atLeast(1, "--rounds", rounds);
        LabOptions.atLeast(1, "--starts", starts);
        LabOptions.atLeast(1, "--objects", objects);
        LabOptions.atLeast(1, "--fields", fields);
        return lab.measure(this::measure);
    }

    private void measure(Lab opened) {
        starts(opened);
        speed(opened);
    }

    private void starts(Lab opened) {
        LabPlans plans = opened.plans();
        Path empty = new ForeignProject(1, 1).writeInto(opened.directory("empty-project"));
        Path foreign = new ForeignProject(objects, fields).writeInto(opened.directory("foreign-project"));
        Table table = new Table("project", "ready after, ms", "to one object", "resident, MB");
        double least = start(opened, table, "one object", plans.localOrg(empty), 0);
        start(opened, table, "Tailback's own", plans.localOrg(), least);
        start(opened, table, objects + " objects with " + fields + " fields", plans.localOrg(foreign), least);
        table.print(System.out);
    }

    /** @param least what the smallest project takes; 0 when this is it */
    private double start(Lab opened, Table table, String project, ProgramPlan plan, double least) {
        Samples ready = new Samples();
        Samples resident = new Samples();
        for (int start = 0; start < starts; start++) {
            long begun = System.nanoTime();
            Program org = opened.start(plan);
            ready.add((System.nanoTime() - begun) / 1e6);
            resident.add(ProcessMemory.of(org).residentMb());
            org.kill();
        }
        double median = ready.median();
        table.row(project, ready.shown(0), ratio(median, least == 0 ? median : least), resident.shown(0));
        return median;
    }

    private void speed(Lab opened) {
        ProgramPlan plan = opened.plans().localOrg();
        Program program = opened.start(plan, "-Xmx4g");
        LabOrg org = new LabOrg(LabPlans.addressOf(plan));
        OrgCalls calls = new OrgCalls(org, new Backlog(new Sales(org).sell(CONTRACTS), PER_CONTRACT));
        System.out.printf("%d connections, %d s each, %d rounds%n", connections, seconds, rounds);
        Table table = new Table("what", "a second", "to bare answers");
        double bare = row(table, "bare answers", calls::hello, 0);
        row(table, "records upserted by 200", calls::upsert, bare);
        row(table, "records read by 2,000", calls::query, bare);
        row(table, "objects described", calls::describe, bare);
        row(table, "records upserted by Bulk API 2.0, 10,000 a job", calls::bulk, bare);
        table.print(System.out);
        ProcessMemory memory = ProcessMemory.of(program);
        System.out.printf(
                "Resident %s MB, objects %s MB, with all records that were upserted%n",
                number(memory.residentMb(), 0), number(memory.heapMb(), 0));
    }

    private double row(Table table, String what, Supplier<Rate.Call> call, double bare) {
        Rate rate = new Rate(connections, Duration.ofSeconds(seconds));
        Samples samples = new Samples();
        for (int round = 1; round <= rounds; round++) {
            double measured = rate.perSecond(call);
            if (round > 1 || rounds == 1) {
                samples.add(measured);
            }
        }
        table.row(what, samples.shown(0), ratio(samples.median(), bare == 0 ? samples.median() : bare));
        return samples.median();
    }

    private static String ratio(double value, double of) {
        return "× " + number(value / of, 2);
    }
}
