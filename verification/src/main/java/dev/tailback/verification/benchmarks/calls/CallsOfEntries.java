package dev.tailback.verification.benchmarks.calls;

import dev.tailback.queue.EntryQueue;
import dev.tailback.verification.benchmarks.lab.CallCounts;
import dev.tailback.verification.benchmarks.lab.House;
import dev.tailback.verification.benchmarks.lab.SoldLine;
import dev.tailback.verification.benchmarks.lab.Staff;
import dev.tailback.verification.benchmarks.ledger.FillLedger;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.List;

/**
 * Entries that wait or come, until the ledger says that Salesforce has accepted every one; and what Salesforce was
 * asked meanwhile.
 */
final class CallsOfEntries {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** As shipped. */
    private static final int CALLS_IN_FLIGHT = 4;

    private static final int WARM_UP = 30;
    private static final double THOUSAND = 1_000;

    private final House house;
    private final List<SoldLine> sold;
    private final Ledger ledger;
    private final Table table = new Table(
            "", "entries", "writes per 1,000", "other calls per 1,000", "one record a call, writes", "ratio of writes");

    CallsOfEntries(House house, List<SoldLine> sold) {
        this.house = house;
        this.sold = sold;
        this.ledger = new Ledger(house.postgres());
    }

    /** They wait in the queue before the worker starts, as after an outage. */
    void backlog(int entries, int perContract) {
        new FillLedger(ledger, sold).book(entries, perContract);
        try (EntryQueue queue = house.queue()) {
            Await.require(
                    "all wait in the queue",
                    LONGEST,
                    () -> queue.operations().status().waitingEntries() == entries);
        }
        CallCounts before = house.org().calls();
        Program worker = house.startWorker(CALLS_IN_FLIGHT);
        long begin = System.nanoTime();
        Await.require(
                "all are in Salesforce",
                LONGEST,
                () -> house.org().calls().since(before).saved() >= entries);
        double sent = secondsSince(begin);
        awaitReported();
        double reported = secondsSince(begin);
        String what = "backlog, %,d entries per contract".formatted(perContract);
        System.out.printf(
                "%s: all in Salesforce %.1f s after the worker was ready, all Reported in the ledger after %.1f s"
                        + " (× %.2f)%n",
                what, sent, reported, reported / sent);
        add(what, entries, before);
        worker.kill();
        ledger.empty();
    }

    void live(int seconds, int perSecond, int contracts, int callsInFlight) {
        Program worker = house.startWorker(callsInFlight);
        Staff staff = new Staff(house.serviceApp(), sold.subList(0, contracts));
        staff.warmUp(WARM_UP);
        awaitReported();
        ledger.empty();
        CallCounts before = house.org().calls();
        int ads = seconds * perSecond;
        staff.book(ads, perSecond);
        awaitReported();
        add(
                "live, %d entries/s on %d contracts, calls in flight: %d"
                        .formatted(perSecond, contracts, callsInFlight),
                ads,
                before);
        worker.kill();
        ledger.empty();
    }

    Table table() {
        return table;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void awaitReported() {
        Await.require("everything is reported", LONGEST, () -> ledger.open() == 0);
    }

    private void add(String what, int entries, CallCounts before) {
        CallCounts calls = house.org().calls().since(before);
        if (ledger.all() != entries || calls.refused() > 0) {
            throw new IllegalStateException(
                    what + ": " + calls + " and " + ledger.all() + " entries; such calls say nothing");
        }
        System.out.println(what + ": " + calls.byResource());
        double writes = THOUSAND * calls.writes() / entries;
        double others = THOUSAND * (calls.all() - calls.writes()) / entries;
        table.row(
                what,
                Samples.number(entries, 0),
                Samples.number(writes, 1),
                Samples.number(others, 1),
                Samples.number(THOUSAND, 0),
                "× " + Samples.number(writes / THOUSAND, 4));
    }
}
