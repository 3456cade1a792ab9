package dev.tailback.worker.pace;

import java.time.Instant;

/**
 * The calls of this worker in the last 24 hours. Salesforce counts the calls of the last 24 hours, so each of them
 * comes back a day after it was made: these are the only ones of which a worker knows when. A restart forgets them.
 */
final class OwnCalls {
    private final long[] counts = new long[Slots.IN_A_DAY + 1];
    private long newest;

    void add(Instant now) {
        turnTo(now);
        counts[place(newest)]++;
    }

    /** Those that Salesforce still counts. */
    double ofTheDay(Instant now) {
        turnTo(now);
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all - counts[place(oldest())] * Slots.passed(now);
    }

    long ofTheLast(Instant now, int slots) {
        turnTo(now);
        long sum = 0;
        for (long slot = newest - slots + 1; slot <= newest; slot++) {
            sum += counts[place(slot)];
        }
        return sum;
    }

    /** Those that come back in exactly so many slots from now, 1 to a day. */
    double comingBackIn(Instant now, int slots) {
        long count = counts[place(oldest() + slots - 1)];
        return slots == 1 ? count * (1 - Slots.passed(now)) : count;
    }

    private void turnTo(Instant now) {
        long slot = Slots.of(now);
        for (long fresh = Math.max(newest + 1, slot - Slots.IN_A_DAY); fresh <= slot; fresh++) {
            counts[place(fresh)] = 0;
        }
        newest = Math.max(newest, slot);
    }

    private long oldest() {
        return newest - Slots.IN_A_DAY;
    }

    private int place(long slot) {
        return Math.floorMod(slot, counts.length);
    }
}
