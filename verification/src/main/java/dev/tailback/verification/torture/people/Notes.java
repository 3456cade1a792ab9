package dev.tailback.verification.torture.people;

import dev.tailback.verification.torture.findings.Differences;

/**
 * What is written down while people work.
 *
 * @param differences answers that no program may give
 * @param promises what was acknowledged, and what was left unclear
 * @param tally how often each action was done, and how it ended
 */
public record Notes(Differences differences, Promises promises, Tally tally) {

    public static Notes into(Differences differences) {
        return new Notes(differences, new Promises(), new Tally());
    }
}
