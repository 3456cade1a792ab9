package dev.tailback.worker.pace;

import java.time.Instant;

/**
 * How many calls a second this worker may make from now on, so that there are calls left at every moment of the next 24
 * hours.
 *
 * @param until the moment that decides: up to then the calls that are left must last; then more come back
 */
record CallPlan(double perSecond, Instant until) {

    /**
     * For each moment of the next 24 hours: what is left now, and what has come back by then, less what the others may
     * have used by then, spread over the time. The least of these rates holds.
     *
     * @param left calls of the org that may still be used
     * @param workers how many workers share them, this one included
     */
    static CallPlan of(double left, OwnCalls own, OthersUse others, int workers, Instant now) {
        double least = Double.MAX_VALUE;
        int decides = Slots.IN_A_DAY;
        double back = 0;
        double growth = 0;
        for (int slots = 1; slots <= Slots.IN_A_DAY; slots++) {
            back += own.comingBackIn(now, slots);
            if (slots <= Slots.IN_AN_HOUR) {
                growth = growth(own, others, workers, now, slots);
            }
            double calls = (left - growth) / workers + back;
            double rate = Math.max(0, calls / (slots * Slots.SECONDS));
            if (rate <= least) {
                least = rate;
                decides = slots;
            }
        }
        return new CallPlan(least, Slots.begin(Slots.of(now) + decides));
    }

    // Other workers are no strangers: what they use is what this one uses, and it is shared by their number already.
    private static double growth(OwnCalls own, OthersUse others, int workers, Instant now, int slots) {
        double ofWorkers = workers == 1 ? 0 : (workers - 1.0) * own.ofTheLast(now, Math.min(slots, Slots.IN_AN_HOUR));
        return Math.max(0, others.growth(now, slots) - ofWorkers);
    }
}
