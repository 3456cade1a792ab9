package dev.tailback.worker.outage;

import java.time.Instant;

/**
 * A time in which Salesforce cannot be written to.
 *
 * @param probes failed ones so far
 * @param probing whether one is on its way
 * @param relapses how often it seemed to be over and was not
 */
public record Outage(Halt halt, Instant since, Instant nextProbeAt, int probes, boolean probing, int relapses) {

    static Outage begin(Halt halt, Instant now, Instant nextProbeAt) {
        return new Outage(halt, now, nextProbeAt, 0, false, 0);
    }

    Outage withProbe(boolean running) {
        return new Outage(halt, since, nextProbeAt, probes, running, relapses);
    }

    Outage after(Halt failedProbe, Instant next) {
        return new Outage(failedProbe, since, next, probes + 1, false, relapses);
    }

    Outage again(Halt relapse, Instant next) {
        return new Outage(relapse, since, next, probes + 1, false, relapses + 1);
    }
}
