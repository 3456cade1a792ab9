package dev.tailback.queue;

/** What a worker says it is doing. */
public enum WorkerState {
    DRAINING,
    IDLE,
    /** The other system cannot be written to now; one probe at a time asks again. */
    OUTAGE,
    PAUSED,
    STOPPING
}
