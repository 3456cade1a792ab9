package dev.tailback.worker.outage;

import java.time.Duration;

/** What the gate answers to whoever wants to send. */
public sealed interface Turn {

    /** Salesforce takes writes: send. */
    record Go() implements Turn {}

    /** There is an outage and this is the one probe: send something small and say what came of it. */
    record Probe() implements Turn {}

    /** There is an outage: ask again then. */
    record Wait(Duration time) implements Turn {}
}
