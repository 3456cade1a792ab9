package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.time.Instant;

/**
 * When a synchroniser has stopped to write.
 *
 * @param lastWrite seen, by the steady clock of this machine; when it was waited for where there was none
 * @param isReached whether it stopped within the time
 */
record Quiet(long lastWrite, boolean isReached) {
    private static final Duration NOTHING_WRITTEN = Duration.ofSeconds(10);
    /** HubSpot's search finds a change 2 s later. */
    private static final Duration FOUND_AFTER = Duration.ofSeconds(3);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS_MS = 200;

    static Quiet await(ThreeCrms crms, Synchroniser synchroniser) {
        long begun = System.nanoTime();
        Instant found = Instant.now().plus(FOUND_AFTER);
        long lastWrite = begun;
        long written = crms.tally().written();
        boolean isQuiet = false;
        while (!isQuiet && System.nanoTime() - begun < LONGEST.toNanos()) {
            Await.millis(BETWEEN_LOOKS_MS);
            long now = crms.tally().written();
            lastWrite = now == written ? lastWrite : System.nanoTime();
            written = now;
            isQuiet = System.nanoTime() - lastWrite > NOTHING_WRITTEN.toNanos() && synchroniser.isQuietSince(found);
        }
        return new Quiet(lastWrite, isQuiet);
    }

    /** @param moment by the same clock */
    double secondsAfter(long moment) {
        return Math.max(0, lastWrite - moment) / 1e9;
    }
}
