package dev.tailback.app.entries;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Why the queue takes nothing now, or not all, as the relay of this process last found; for people whose entries wait
 * for that.
 */
@Singleton
public class QueueTrouble {

    private volatile Optional<String> current = Optional.empty();

    /** @param reason for people, one sentence; empty when the queue takes everything */
    public void is(Optional<String> reason) {
        current = reason;
    }

    Optional<String> now() {
        return current;
    }
}
