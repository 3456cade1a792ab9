package dev.tailback.worker.breaker;

import java.time.Duration;

/** What the circuit breaker answers before a call. */
public sealed interface Permission {

    /** The circuit is closed: Salesforce takes writes, so send. */
    record Granted() implements Permission {}

    /** The circuit is half-open, and this is the one probe: send something small and report the result. */
    record Probe() implements Permission {}

    /** The circuit is open: ask again after this time. */
    record Denied(Duration time) implements Permission {}
}
