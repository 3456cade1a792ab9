package dev.tailback.worker.pace;

import java.time.Instant;
import java.util.Arrays;

/**
 * What the others of the org use of its calls: all that Salesforce counts and this worker has not made. What they used
 * on top in the last while, they may use again in the next: that is all that can be known of them.
 */
final class OthersUse {
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] slots = new long[Slots.IN_AN_HOUR + 1];
    private final double[] first = new double[Slots.IN_AN_HOUR + 1];
    private double last;

    OthersUse() {
        Arrays.fill(slots, NEVER);
    }

    void note(Instant now, double used) {
        long slot = Slots.of(now);
        int place = place(slot);
        if (slots[place] != slot) {
            slots[place] = slot;
            first[place] = used;
        }
        last = used;
    }

    double last() {
        return last;
    }

    /** By how much it grew in the last so many slots, an hour at most; 0 if it fell. */
    double growth(Instant now, int within) {
        long slot = Slots.of(now);
        for (int back = Math.min(within, Slots.IN_AN_HOUR); back >= 0; back--) {
            int place = place(slot - back);
            if (slots[place] == slot - back) {
                return Math.max(0, last - first[place]);
            }
        }
        return 0;
    }

    private int place(long slot) {
        return Math.floorMod(slot, slots.length);
    }
}
