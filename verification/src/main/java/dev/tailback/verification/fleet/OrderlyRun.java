package dev.tailback.verification.fleet;

import dev.tailback.program.ExitCode;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** A run that Ctrl-C and SIGTERM end in order: it stops where it is, and every process that it started ends. */
public final class OrderlyRun {
    private static final int LONGEST_END_S = 180;

    private final PrintStream out;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ended;

    public OrderlyRun(PrintStream out) {
        this.out = out;
    }

    /**
     * @param work ends what it started, also when its thread is interrupted
     * @return the exit code
     */
    public int run(IntSupplier work) {
        Runtime.getRuntime().addShutdownHook(endsInOrder(Thread.currentThread()));
        try {
            return work.getAsInt();
        } catch (RuntimeException failure) {
            if (ended) {
                out.println("Ended before the end; every process is ended too.");
                return ExitCode.INTERRUPTED.number();
            }
            throw failure;
        } finally {
            closed.countDown();
        }
    }

    private Thread endsInOrder(Thread run) {
        return new Thread(
                () -> {
                    ended = true;
                    run.interrupt();
                    try {
                        closed.await(LONGEST_END_S, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "end-in-order");
    }
}
