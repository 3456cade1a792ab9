package dev.tailback.hub.matching;

import java.util.Comparator;
import java.util.List;

/**
 * Finds the thresholds for a wanted precision: pairs are merged from the likeliest down for as long as, by the
 * model, the wanted part of all merged pairs is right. A pair that is more likely wrong than right is never merged.
 */
public final class Calibration {

    private static final double LEAST_SAME = 0.5;
    private static final double MOST_SAME = 0.999_999;
    private static final double LEAST_CANDIDATE = 0.05;

    private final Model model;

    public Calibration(Model model) {
        this.model = model;
    }

    /** @param wanted the part of merged pairs that must be right, as 0.999 */
    public Thresholds forPrecision(double wanted, List<MatchRecord> records) {
        Scoring scoring = new Scoring(model);
        List<Prepared> prepared = records.stream()
                .map(record -> Prepared.of(model.entity(), record))
                .toList();
        List<Double> likely = LikelyPairs.in(model.entity(), prepared).stream()
                .map(two -> scoring.score(prepared.get(two.first()), prepared.get(two.second()))
                        .probability())
                .filter(probability -> probability >= LEAST_SAME)
                .sorted(Comparator.reverseOrder())
                .toList();
        double same = lowest(likely, wanted);
        return new Thresholds(same, Math.min(same, LEAST_CANDIDATE));
    }

    private static double lowest(List<Double> likeliestFirst, double wanted) {
        double lowest = wanted;
        double right = 0;
        for (int count = 1; count <= likeliestFirst.size(); count++) {
            right += likeliestFirst.get(count - 1);
            if (right / count < wanted) {
                break;
            }
            lowest = Math.min(lowest, likeliestFirst.get(count - 1));
        }
        return Math.min(MOST_SAME, Math.max(LEAST_SAME, lowest));
    }
}
