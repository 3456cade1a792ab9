package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.torture.people.Desk;
import java.time.Duration;

/** Waits until nothing is on its way any more. */
public final class Drain {
    private static final int LOOK_EVERY_MS = 250;

    private final Desk desk;
    private final Duration patience;

    public Drain(Desk desk, Duration patience) {
        this.desk = desk;
        this.patience = patience;
    }

    /** @return the time it took; the entries left when nothing moved any more are the checks' business */
    public Duration await() {
        long begun = System.nanoTime();
        long moved = begun;
        long before = -1;
        long open;
        do {
            Await.millis(LOOK_EVERY_MS);
            open = open();
            if (open != before) {
                before = open;
                moved = System.nanoTime();
            }
        } while (isAnythingOpen() && System.nanoTime() - moved < patience.toNanos());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean isAnythingOpen() {
        return isAnything("Waiting") || isAnything("Retrying");
    }

    private boolean isAnything(String state) {
        return !desk.require("/api/usage?state=" + state).path("entries").isEmpty();
    }

    /** Also counts rejected entries that wait for a decision, so it shows progress, not the end. */
    private long open() {
        JsonNode sync = desk.require("/api/sync");
        return sync.path("waiting").asLong() + sync.path("retrying").asLong();
    }
}
