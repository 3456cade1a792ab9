package dev.tailback.verification.benchmarks.matching;

/**
 * What was found in a set.
 *
 * @param all pairs that are the same, by the labels
 * @param right merged pairs that are the same
 * @param wrong merged pairs that are not
 */
record Figures(int records, int all, int right, int wrong) {

    double precision() {
        return (double) right / Math.max(1, right + wrong);
    }

    double recall() {
        return (double) right / Math.max(1, all);
    }

    double f1() {
        return 2.0 * right / Math.max(1, 2 * right + wrong + all - right);
    }
}
