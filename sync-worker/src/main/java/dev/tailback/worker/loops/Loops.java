package dev.tailback.worker.loops;

import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Makes threads that repeat one task until the worker stops. An exception is caught and counted, and the next turn
 * follows after a growing rest.
 */
@Singleton
public final class Loops {
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);
    private static final Duration FIRST_REST = Duration.ofMillis(100);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final SignsOfLife signs;
    private final Failures failures;
    private final Waiting waiting;

    /** One turn of a loop; it waits for no longer than a few seconds. */
    @FunctionalInterface
    public interface LoopTurn {
        void run() throws InterruptedException;
    }

    public Loops(SignsOfLife signs, Failures failures, Waiting waiting) {
        this.signs = signs;
        this.failures = failures;
        this.waiting = waiting;
    }

    /**
     * Not started yet.
     *
     * @param last what it does when the worker stops
     */
    public Thread daemon(String name, LoopTurn turn, Runnable last) {
        Runnable work = () -> {
            run(name, turn);
            last.run();
        };
        return daemon(work, name);
    }

    /** A thread that does not keep the process alive. */
    public static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Asks all threads to end after their turn. */
    public void stop() {
        signs.stopping();
        waiting.stop();
    }

    // A thread that ends although the worker does not stop leaves its last sign of life, which then becomes overdue.
    private void run(String name, LoopTurn turn) {
        signs.begins(name, LONGEST_TURN);
        Duration rest = Duration.ZERO;
        while (!waiting.isStopped()) {
            signs.turned(name);
            try {
                turn.run();
                rest = Duration.ZERO;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable unexpected) {
                rest = longer(rest);
                failed(name, unexpected);
                waiting.rest(rest);
            }
        }
    }

    // Without free memory, even counting and logging may fail; the loop goes on.
    private void failed(String name, Throwable unexpected) {
        try {
            failures.met(name, unexpected);
        } catch (Throwable again) {
            unexpected.addSuppressed(again);
        }
    }

    private static Duration longer(Duration rest) {
        Duration doubled = rest.isZero() ? FIRST_REST : rest.multipliedBy(2);
        return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
    }
}
