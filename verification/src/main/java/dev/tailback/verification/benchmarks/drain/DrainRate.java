package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.lab.CallCounts;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.ProcessMemory;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;

/**
 * Records Salesforce took in a second, by its own count, in how many calls, and what the worker's process held.
 *
 * @param perSecond over a window that begins when the drain is under way
 * @param callsPerThousand that wrote, for 1,000 records
 * @param residentMb at the end of the window
 */
record DrainRate(double perSecond, double callsPerThousand, double residentMb) {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration FIRST_RECORD = Duration.ofMinutes(1);
    private static final double THOUSAND = 1_000;

    /**
     * @param backlog records that wait; enough of them, or there is nothing to see in the end
     * @param pid of the worker
     */
    static DrainRate watch(LabOrg org, Weather weather, Duration window, int backlog, long pid) {
        CallCounts before = org.calls();
        Await.require(
                "the first record was saved",
                FIRST_RECORD,
                () -> org.calls().since(before).saved() > 0);
        Await.pass(WARM_UP);
        long begin = System.nanoTime();
        CallCounts warm = org.calls();
        weather.pass(org, window);
        CallCounts end = org.calls();
        double seconds = (System.nanoTime() - begin) / 1e9;
        requireSound(end.since(before), backlog);
        CallCounts seen = end.since(warm);
        return new DrainRate(
                seen.saved() / seconds,
                THOUSAND * seen.writes() / Math.max(1, seen.saved()),
                ProcessMemory.residentMb(pid));
    }

    private static void requireSound(CallCounts all, int backlog) {
        if (all.refused() > 0) {
            throw new IllegalStateException(
                    "Salesforce refused " + all.refused() + " records: such a drain says nothing");
        }
        if (all.saved() >= backlog) {
            throw new IllegalStateException("All " + backlog + " records were gone before the window ended: take"
                    + " fewer --seconds or a longer latency");
        }
    }
}
