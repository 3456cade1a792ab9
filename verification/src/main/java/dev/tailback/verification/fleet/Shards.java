package dev.tailback.verification.fleet;

import dev.tailback.program.CannotStart;

/** How many parts the queue in Redis has; every program is told the same number. */
public final class Shards {
    private static final int MOST = 64;

    private Shards() {}

    /** @throws CannotStart unless it is 1 to 64 */
    public static int require(int given) {
        if (given < 1 || given > MOST) {
            throw CannotStart.misconfigured("--shards " + given + " is out of range: give one from 1 to " + MOST + ".");
        }
        return given;
    }
}
