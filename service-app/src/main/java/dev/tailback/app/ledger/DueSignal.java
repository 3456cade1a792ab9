package dev.tailback.app.ledger;

import dev.tailback.app.loops.WakeUp;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Tells the relay of this process that the ledger has something to offer. Only a shortcut: its sweep finds what a lost
 * signal meant.
 */
@Singleton
public class DueSignal {

    private final WakeUp wakeUp = new WakeUp();

    /** Call it after the commit. */
    public void give() {
        wakeUp.now();
    }

    /** Returns at once when a signal was given since the last wait. */
    public void await(Duration atMost) throws InterruptedException {
        wakeUp.await(atMost);
    }
}
