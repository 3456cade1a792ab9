package dev.tailback.worker.loops;

import dev.tailback.worker.waiting.Waiting;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes threads that turn until the worker stops. Whatever a turn throws is caught at the edge and counted, and the next turn comes after a growing rest. */
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
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Asks all of them to end after their turn. */
    public void stop() {
        signs.stopping();
        waiting.stop();
    }

    // A thread that ends although nobody asked it to leaves its last sign, which then grows old.
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

    // Out of memory, even telling may fail; the loop goes on all the same.
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
