package dev.tailback.loops;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step for ever in a thread of its own. When the step fails it waits longer and longer, up to 5 s, says so once, and says once when it works
 * again. Closing lets a running step finish.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final String name;
    private final Step step;
    private final Runnable wake;
    private final Thread thread;
    private final WakeUp end = new WakeUp();
    private volatile boolean ending;

    private Loop(String name, Step step, Runnable wake) {
        this.name = name;
        this.step = step;
        this.wake = wake;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /**
     * @param name of the thread, and of the loop in the log
     * @param wake ends the wait that the step may be in, or makes its next one return at once
     */
    public static Loop start(String name, Step step, Runnable wake) {
        Loop loop = new Loop(name, step, wake);
        loop.thread.start();
        return loop;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!ending) {
            try {
                pause = afterStep(pause);
                end.await(pause);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private Duration afterStep(Duration lastPause) throws InterruptedException {
        try {
            step.run();
            sayBack(lastPause);
            return Duration.ZERO;
        } catch (RuntimeException failure) {
            sayDown(lastPause, failure);
            return longer(lastPause);
        }
    }

    private static Duration longer(Duration last) {
        Duration next = last.isZero() ? FIRST_PAUSE : last.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void sayDown(Duration lastPause, RuntimeException failure) {
        if (lastPause.isZero()) {
            LOG.warn("{} stands still, and keeps trying: {}", name, failure.getMessage(), failure);
        }
    }

    private void sayBack(Duration lastPause) {
        if (!lastPause.isZero()) {
            LOG.info("{} works again", name);
        }
    }

    /** Waits for the running step, and interrupts it when it takes longer than 10 s. */
    @Override
    public void close() {
        // First, or the woken step would go round once more and wait again.
        ending = true;
        wake.run();
        end.now();
        try {
            thread.join(PATIENCE_AT_THE_END.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
