package dev.tailback.hub.intents;

import java.time.Duration;

/** How long what was not taken waits for its next attempt: longer with each. */
public final class Tail {

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 12;

    private Tail() {}

    /** @param attempts before this one */
    public static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
