package dev.tailback.app.ads;

import dev.tailback.web.problems.Problem;

/**
 * Rolls a booking back because units are missing.
 *
 * <p>Doubtful when only units that wait, or were reported while we read, made the difference: Salesforce may count them
 * already.
 */
final class TooFewUnits extends RuntimeException {

    private final transient Problem problem;
    private final boolean doubtful;

    TooFewUnits(Problem problem, boolean doubtful) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.doubtful = doubtful;
    }

    Problem problem() {
        return problem;
    }

    boolean doubtful() {
        return doubtful;
    }
}
