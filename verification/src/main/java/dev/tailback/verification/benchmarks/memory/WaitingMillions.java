package dev.tailback.verification.benchmarks.memory;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.verification.benchmarks.lab.CallCounts;
import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.benchmarks.lab.RedisMeter;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.ledger.FillLedger;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.List;

/**
 * The service app rebuilds a lost queue from its ledger, and then the worker drains it while the outcomes come back.
 */
final class WaitingMillions {
    private static final Duration LONGEST_REBUILD = Duration.ofHours(3);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final int CALLS_IN_FLIGHT = 4;

    private final House house;
    private final FillLedger fill;
    private final Ledger ledger;
    private final int perContract;
    private final String heap;
    private final Table table = new Table("waiting", "who", "doing what", "resident, MB", "peak, MB", "heap, MB");

    WaitingMillions(House house, List<SoldLine> sold, int perContract, String heap) {
        this.house = house;
        this.ledger = new Ledger(house.postgres());
        this.fill = new FillLedger(ledger, sold);
        this.perContract = perContract;
        this.heap = heap;
    }

    Table table() {
        return table;
    }

    /** The first start also makes the tables. */
    void idle() {
        Program serviceApp = house.startServiceApp(heap);
        ledger.compareNothing();
        Program worker = house.startWorker(CALLS_IN_FLIGHT, heap);
        Await.pass(SETTLING);
        row(0, serviceApp, "idle");
        row(0, worker, "idle");
        worker.kill();
        serviceApp.kill();
    }

    void with(long entries, int seconds) {
        say("Booking %,d entries ...", entries);
        fill.book(entries, perContract);
        house.redis().wipe();
        Program serviceApp = house.startServiceApp(heap);
        String rebuilt = rebuilt(entries);
        row(entries, serviceApp, rebuilt);
        Program worker = house.startWorker(CALLS_IN_FLIGHT, heap);
        CallCounts before = house.org().calls();
        Await.pass(Duration.ofSeconds(seconds));
        CallCounts drained = house.org().calls().since(before);
        requireSound(drained, worker, serviceApp);
        row(entries, worker, "%,d sent in %d s".formatted(drained.saved(), seconds));
        row(entries, serviceApp, "told of them; %,d open in the ledger".formatted(ledger.open()));
        worker.kill();
        serviceApp.kill();
        ledger.empty();
    }

    private String rebuilt(long entries) {
        long begin = System.nanoTime();
        try (EntryQueue queue = house.queue()) {
            Await.require(
                    "the queue was rebuilt",
                    LONGEST_REBUILD,
                    () -> isRebuilt(queue.operations().status(), entries));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double redis = new RedisMeter(house.redis()).bytes() / entries;
        say("The queue was rebuilt in %,.0f s; Redis holds %,.0f bytes an entry", seconds, redis);
        return "queue rebuilt in %,.0f s (%,.0f entries/s)".formatted(seconds, entries / seconds);
    }

    private static boolean isRebuilt(QueueStatus status, long entries) {
        return status.open() && status.waitingEntries() >= entries;
    }

    private static void requireSound(CallCounts drained, Program worker, Program serviceApp) {
        if (drained.refused() > 0 || drained.saved() == 0 || !worker.isAlive() || !serviceApp.isAlive()) {
            throw new IllegalStateException("Worker alive: " + worker.isAlive() + ", service app alive: "
                    + serviceApp.isAlive() + ", " + drained + ": such figures say nothing");
        }
    }

    private void row(long waiting, Program program, String doing) {
        ProcessMemory memory = ProcessMemory.of(program);
        table.row(
                Samples.number(waiting, 0),
                program.name(),
                doing,
                Samples.number(memory.residentMb(), 0),
                Samples.number(memory.peakMb(), 0),
                Samples.number(memory.heapMb(), 1));
    }

    private static void say(String text, Object... values) {
        System.out.printf(text + "%n", values);
        System.out.flush();
    }
}
