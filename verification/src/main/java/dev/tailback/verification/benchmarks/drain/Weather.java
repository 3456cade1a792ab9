package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.List;

/**
 * How Salesforce does while a drain is watched.
 *
 * @param latencyMs how late it answers, 1 or more
 * @param limits how many calls at one time it takes, one after the other in equal parts of the time; none: all of them
 */
record Weather(int latencyMs, List<Integer> limits) {

    static Weather steady(int latencyMs) {
        return new Weather(latencyMs, List.of());
    }

    /** Before the drain. */
    void begins(LabOrg org) {
        limits.stream().findFirst().ifPresentOrElse(first -> limit(org, first), () -> org.answerAfter(latencyMs));
    }

    /** Lets this much time pass. */
    void pass(LabOrg org, Duration time) {
        if (limits.isEmpty()) {
            Await.pass(time);
        }
        for (int atOnce : limits) {
            limit(org, atOnce);
            Await.pass(time.dividedBy(limits.size()));
        }
    }

    private void limit(LabOrg org, int atOnce) {
        org.answerAfter(latencyMs, atOnce);
    }
}
