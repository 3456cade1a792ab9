package dev.tailback.web.loops;

/** One round of a loop's work. */
@FunctionalInterface
public interface Step {

    /** @throws RuntimeException when something it needs is down; the loop waits and asks again */
    void run() throws InterruptedException;
}
