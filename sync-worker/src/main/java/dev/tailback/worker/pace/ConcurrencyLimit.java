package dev.tailback.worker.pace;

import java.time.Duration;

/**
 * How many calls may run at one time, found out as TCP finds out how much may be on its way (AIMD). While Salesforce
 * answers as fast as usual and the calls are used, it grows: at the beginning with every answer, later by one in the
 * time of a call. It falls when calls take twice as long as usual or a row is busy for a whole call (to 0.9), and when
 * Salesforce runs too many calls or does not answer (to 0.7). Where Salesforce had too many, it grows on only slowly.
 * Where fewer calls do not make them faster, that becomes the usual time ({@link SlowSpell}). Only calls that began
 * after the last fall count, so that one cause makes it fall once.
 */
final class ConcurrencyLimit {
    private static final int BEGIN_WITH = 4;
    private static final double A_LITTLE = 0.9;
    private static final double MUCH = 0.7;
    private static final double TOO_SLOW = 2;
    private static final double AS_FAST = 1.6;
    private static final double CAREFULLY = 0.05;
    private static final double PASSED = 0.25;

    private final int least;
    private final int most;
    private final UsualTime usual = new UsualTime();
    private final SlowSpell slow = new SlowSpell();
    private double allowed;
    private double tooMany = Double.MAX_VALUE;
    private long falls;

    /** Always the same number when both are. */
    ConcurrencyLimit(int least, int most) {
        this.least = least;
        this.most = most;
        this.allowed = Math.max(least, Math.min(most, BEGIN_WITH));
    }

    synchronized int allowed() {
        return (int) allowed;
    }

    /** A call begins: to be told when it ends. */
    synchronized long begins() {
        return falls;
    }

    /**
     * A call has ended.
     *
     * @param begun what {@link #begins} said
     * @param atOnce calls that ran at its end, itself included
     */
    synchronized void ended(CallEnd end, long begun, int records, Duration took, int atOnce) {
        if (end == CallEnd.ANSWERED) {
            usual.took(records, took, atOnce);
            slow.note(usual.lately());
        }
        if (begun == falls) {
            adapt(end, atOnce);
        }
    }

    private void adapt(CallEnd end, int atOnce) {
        switch (end) {
            case ANSWERED -> answered(atOnce);
            case ROW_BUSY -> fallTo(A_LITTLE);
            case TOO_MANY -> {
                tooMany = Math.min(allowed, atOnce);
                fallTo(MUCH);
            }
            case FAILED -> fallTo(MUCH);
            case NOTHING -> {}
        }
    }

    private void answered(int atOnce) {
        if (usual.factor() > TOO_SLOW) {
            tooSlow();
        } else if (atOnce + 1 >= allowed() && usual.factor() < AS_FAST) {
            grow();
        }
    }

    private void tooSlow() {
        if (slow.isNotOurs(allowed, least, usual.lately())) {
            usual.isNow();
            falls++;
        } else {
            fallTo(A_LITTLE);
        }
    }

    private void grow() {
        boolean carefully = allowed + 1 > tooMany;
        double step = falls == 0 ? 1 : (carefully ? CAREFULLY : 1) / allowed;
        allowed = Math.min(most, allowed + step);
        slow.grownTo(allowed);
        if (allowed > tooMany + PASSED) {
            tooMany = Double.MAX_VALUE;
        }
    }

    private void fallTo(double part) {
        allowed = Math.max(least, Math.min(most, allowed * part));
        falls++;
        usual.settled();
    }
}
