package dev.tailback.hub.matching;

/**
 * From which probability on a pair is merged by itself, and from which on a steward sees it.
 *
 * @param same between 0 and 1
 * @param candidate at most the other one
 */
public record Thresholds(double same, double candidate) {

    public Thresholds {
        if (!(candidate > 0 && candidate <= same && same < 1)) {
            throw new IllegalArgumentException(
                    "thresholds are 0 < candidate <= same < 1; they are " + candidate + " and " + same);
        }
    }

    /**
     * Of the pairs merged by themselves, at least this part is right, as far as the model knows. Pairs that are
     * right with one in ten are shown.
     */
    public static Thresholds forPrecision(double wanted) {
        return new Thresholds(wanted, Math.min(wanted, 0.1));
    }
}
