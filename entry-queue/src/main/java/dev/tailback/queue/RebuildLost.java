package dev.tailback.queue;

/**
 * This rebuild is no longer valid: its lock ended, another owner rebuilds, or Redis restarted again. Begin a new
 * one if the queue still needs it.
 */
public final class RebuildLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RebuildLost() {
        super(
                "The rebuild of the queue was lost to a restart of Redis or to another program that rebuilds it: begin it again");
    }
}
