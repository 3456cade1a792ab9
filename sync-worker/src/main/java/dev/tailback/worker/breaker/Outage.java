package dev.tailback.worker.breaker;

import java.time.Instant;

/**
 * A time in which Salesforce cannot be written to.
 *
 * @param probes failed ones so far
 * @param probing whether a probe is in flight
 * @param relapses how often it seemed to be over and was not
 */
public record Outage(PauseReason cause, Instant since, Instant nextProbeAt, int probes, boolean probing, int relapses) {

    static Outage begin(PauseReason cause, Instant now, Instant nextProbeAt) {
        return new Outage(cause, now, nextProbeAt, 0, false, 0);
    }

    Outage withProbe(boolean running) {
        return new Outage(cause, since, nextProbeAt, probes, running, relapses);
    }

    Outage after(PauseReason failedProbe, Instant next) {
        return new Outage(failedProbe, since, next, probes + 1, false, relapses);
    }

    Outage again(PauseReason relapse, Instant next) {
        return new Outage(relapse, since, next, probes + 1, false, relapses + 1);
    }
}
