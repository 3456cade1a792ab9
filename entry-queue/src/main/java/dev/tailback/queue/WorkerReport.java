package dev.tailback.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A worker's heartbeat. It is forgotten 30 s after the last one, so a worker reports every 10 s or more often.
 *
 * @param workerId unique per worker process
 * @param code why it is in this state, as a stable code, if there is a reason
 * @param reason the same as a sentence
 * @param since when the state began
 * @param nextProbeAt when an outage is probed next
 * @param apiUsed calls used of the daily allowance, as the other system last told
 * @param apiLimit the daily allowance
 * @param callsInFlight calls to the other system that run now
 * @param gathering how entries gather so that the day's calls last; empty while they are sent at once
 * @param seenAt when the report arrived, by Redis' clock; what the worker gives here is replaced
 */
public record WorkerReport(
        String workerId,
        WorkerState state,
        Optional<String> code,
        Optional<String> reason,
        Instant since,
        Optional<Instant> nextProbeAt,
        OptionalLong apiUsed,
        OptionalLong apiLimit,
        int callsInFlight,
        Optional<Gathering> gathering,
        Instant seenAt) {

    /**
     * What a worker does while the org's calls of the day are scarce.
     *
     * @param every about the time between two of its calls
     * @param until when calls come back: so long those that are left must last
     */
    public record Gathering(Duration every, Instant until) {}
}
