package dev.tailback.worker.pace;

import java.time.Duration;

/**
 * How long calls take, compared with what is usual for calls of their size: about 1 as long as Salesforce answers as
 * fast as ever. What is usual is near the shortest; a slowness that lasts becomes usual within some ten minutes, or at
 * once by {@link #isNow}.
 */
final class UsualTime {
    private static final double FASTER = 0.2;
    private static final double FORGETS_IN_SECONDS = 600;
    private static final double NEWEST = 0.1;
    private static final double NEWEST_OF_LATELY = 0.2;
    private static final int SIZES = 9;

    private final double[] usual = new double[SIZES];
    private double factor = 1;
    private double lately = 1;

    /**
     * @param records of the call
     * @param atOnce calls at one time
     */
    void took(int records, Duration time, int atOnce) {
        double seconds = Math.max(0.0001, time.toNanos() / 1e9);
        int size = size(records);
        if (usual[size] == 0) {
            usual[size] = seconds;
        }
        factor += NEWEST * (seconds / usual[size] - factor);
        lately += NEWEST_OF_LATELY * (seconds / usual[size] - lately);
        usual[size] += (seconds - usual[size]) * (seconds < usual[size] ? FASTER : drift(seconds, atOnce));
    }

    /** Of the calls since the number of them was changed: 2 is twice as long as usual. */
    double factor() {
        return factor;
    }

    /** Of the last few calls, whatever was changed. */
    double lately() {
        return lately;
    }

    /** Begins anew, after what was slow has been changed. */
    void settled() {
        factor = 1;
    }

    /** From now on it is usual that calls take as long as they take lately. */
    void isNow() {
        for (int size = 0; size < SIZES; size++) {
            usual[size] *= lately;
        }
        lately = 1;
        factor = 1;
    }

    // Every call stands for its part of the time, so that ten minutes are the same for many calls and for few.
    private static double drift(double seconds, int atOnce) {
        return Math.min(0.1, seconds / (atOnce * FORGETS_IN_SECONDS));
    }

    private static int size(int records) {
        return Math.min(SIZES - 1, 32 - Integer.numberOfLeadingZeros(Math.max(1, records)));
    }
}
