package dev.tailback.worker.pace;

/**
 * A time in which calls take too long. Where that is because there are too many of them, they get faster as they get
 * fewer. Where they do not, Salesforce is slower by itself, and fewer calls would only bring less.
 */
final class SlowSpell {
    private static final double FEWER = 0.7;
    private static final double HARDLY_FASTER = 0.85;

    private double began;
    private double worst;

    /** @param lately how long calls take, as {@link UsualTime#lately} says it */
    void note(double lately) {
        worst = Math.max(worst, lately);
    }

    /**
     * Calls take too long, and are about to become fewer.
     *
     * @param allowed how many there may be now
     * @param least the fewest there may be
     * @return whether they became fewer before, and that has not helped; the spell is over then
     */
    boolean isNotOurs(double allowed, int least, double lately) {
        if (began == 0) {
            began = allowed;
            worst = lately;
            return false;
        }
        if (allowed > FEWER * began && allowed > least) {
            return false;
        }
        began = 0;
        return lately > HARDLY_FASTER * worst;
    }

    /** There may be so many again. */
    void grownTo(double allowed) {
        if (allowed >= began) {
            began = 0;
        }
    }
}
