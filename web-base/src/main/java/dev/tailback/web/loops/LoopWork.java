package dev.tailback.web.loops;

/**
 * Work that a program repeats from its start to its end, in a thread of its own. {@link RunningLoops} does so.
 */
public interface LoopWork {

    /** Of the thread, and of the loop in logs, health and metrics. */
    String name();

    /**
     * One round, and the wait that follows it.
     *
     * @throws RuntimeException when something it needs is down; the loop waits and asks again
     */
    void round() throws InterruptedException;

    /** Ends the wait that a round may be in, or makes the next one return at once. */
    void wake();
}
