package dev.tailback.worker.pace;

import java.time.Instant;

/** A day in slots of five minutes, in which calls are counted. */
final class Slots {
    static final int IN_A_DAY = 288;
    static final int IN_AN_HOUR = 12;
    static final long SECONDS = 300;

    private Slots() {}

    static long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** How much of its slot has passed, 0 to 1. */
    static double passed(Instant at) {
        return Math.floorMod(at.getEpochSecond(), SECONDS) / (double) SECONDS;
    }

    static Instant begin(long slot) {
        return Instant.ofEpochSecond(slot * SECONDS);
    }
}
