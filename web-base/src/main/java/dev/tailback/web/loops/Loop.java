package dev.tailback.web.loops;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step for ever in a thread of its own. Whatever the step throws is caught at this edge and counted; then it
 * waits longer and longer, up to 5 s. It says once that it fails, and once that it works again. A thread that
 * dies all the same is followed by another one. What cannot be gone on with, such as a lack of memory, ends the
 * program, so that whoever started it starts it again. Closing lets a running step finish.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final String name;
    private final Step step;
    private final Runnable wake;
    private final LastResort lastResort;
    private final List<KnownFailure> knownFailures;
    private final WakeUp end = new WakeUp();
    private final Life life = new Life();

    private volatile Optional<LoopThread> thread = Optional.empty();
    private volatile boolean ending;

    private Loop(String name, Step step, Runnable wake, LastResort lastResort, List<KnownFailure> knownFailures) {
        this.name = name;
        this.step = step;
        this.wake = wake;
        this.lastResort = lastResort;
        this.knownFailures = List.copyOf(knownFailures);
    }

    /**
     * @param name of the thread, and of the loop in the log
     * @param wake ends the wait that the step may be in, or makes its next one return at once
     * @param lastResort what is done when the program cannot continue
     * @param knownFailures those whose reason the log tells without the places in the code
     */
    static Loop start(String name, Step step, Runnable wake, LastResort lastResort, List<KnownFailure> knownFailures) {
        Loop loop = new Loop(name, step, wake, lastResort, knownFailures);
        loop.begin();
        return loop;
    }

    private void begin() {
        LoopThread fresh = new LoopThread(this::run, name, life);
        thread = Optional.of(fresh);
        fresh.setDaemon(true);
        fresh.setUncaughtExceptionHandler((dead, failure) -> {
            if (!ending) {
                life.failed(failure);
                begin();
            }
        });
        fresh.start();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!ending) {
            pause = turn(pause);
        }
    }

    private Duration turn(Duration lastPause) {
        try {
            life.sign();
            step.run();
            sayBack(lastPause);
            return Duration.ZERO;
        } catch (InterruptedException | RuntimeException | Error failure) {
            return ending ? Duration.ZERO : afterFailure(lastPause, failure);
        }
    }

    private Duration afterFailure(Duration lastPause, Throwable failure) {
        life.failed(failure);
        if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
            lastResort.end(name, fatal);
        }
        sayDown(lastPause, failure);
        Duration pause = longer(lastPause);
        waitFor(pause);
        return pause;
    }

    /** An interruption that did not come from {@link #close} is no reason to end. */
    private void waitFor(Duration pause) {
        Thread.interrupted();
        try {
            end.await(pause);
        } catch (InterruptedException again) {
            LOG.debug("{} was interrupted in its pause", name);
        }
    }

    private static Duration longer(Duration last) {
        Duration next = last.isZero() ? FIRST_PAUSE : last.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void sayDown(Duration lastPause, Throwable failure) {
        if (!lastPause.isZero()) {
            return;
        }
        Optional<String> known = knownFailures.stream()
                .flatMap(one -> one.sentence(failure).stream())
                .findFirst();
        if (known.isPresent()) {
            LOG.warn("{} failed and will retry: {}", name, known.get());
        } else {
            LOG.warn("{} failed and will retry: {}", name, failure.getMessage(), failure);
        }
    }

    private void sayBack(Duration lastPause) {
        life.worked();
        if (!lastPause.isZero()) {
            LOG.info("{} works again", name);
        }
    }

    public String name() {
        return name;
    }

    /** When it last gave a sign of life, how often it failed, and why it last did. */
    Life life() {
        return life;
    }

    boolean isAlive() {
        return ending || thread.filter(Thread::isAlive).isPresent();
    }

    /** Long work says from time to time that it continues. Does nothing in a thread that is no loop's. */
    public static void signOfLife() {
        if (Thread.currentThread() instanceof LoopThread loop) {
            loop.life().sign();
        }
    }

    /**
     * What follows is a wait, or a call that may take as long, and no sign is due before its end. Does nothing in a
     * thread that is no loop's.
     */
    public static void waits(Duration atMost) {
        if (Thread.currentThread() instanceof LoopThread loop) {
            loop.life().waits(atMost);
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
            if (thread.isPresent()) {
                thread.get().join(PATIENCE_AT_THE_END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.ifPresent(Thread::interrupt);
    }
}
