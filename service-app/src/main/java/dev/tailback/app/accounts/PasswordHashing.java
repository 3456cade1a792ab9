package dev.tailback.app.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Compares passwords with hashes and makes new ones, which is slow and takes 19 MiB each by intention, on a few threads
 * of its own: half the processors, at least one. So many wait behind them that the last one waits some seconds, and no
 * crowd takes more memory than the threads do. Whoever comes when all places are taken is told at once, and everybody
 * else goes on as before.
 */
@Singleton
public class PasswordHashing {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int PLACES = 10 * THREADS;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int PLACES_OF_ONE = PLACES / 2;

    /** Visitors whose passwords are worked on or wait for it; no more than there are places and calls turned away. */
    private final Map<String, Integer> placesOf = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PLACES), PasswordHashing::thread);

    /**
     * Whether the password is right; empty when all places are taken, or half of them by the same visitor, or when it
     * was nobody's turn for 20 s.
     *
     * @param visitor who asks, so that one visitor leaves places to the others
     */
    public Optional<Boolean> matches(PasswordHash hash, String password, String visitor) {
        return inTurn(() -> hash.matches(password), visitor);
    }

    /** How a new password is kept; empty as above. */
    public Optional<String> keep(String password, String visitor) {
        return inTurn(() -> PasswordHash.of(password).kept(), visitor);
    }

    private <T> Optional<T> inTurn(Callable<T> work, String visitor) {
        if (placesOf.merge(visitor, 1, Integer::sum) > PLACES_OF_ONE) {
            leave(visitor);
            return Optional.empty();
        }
        try {
            return outcome(threads.submit(work));
        } catch (RejectedExecutionException full) {
            return Optional.empty();
        } finally {
            leave(visitor);
        }
    }

    private void leave(String visitor) {
        placesOf.computeIfPresent(visitor, (same, places) -> places == 1 ? null : places - 1);
    }

    private static <T> Optional<T> outcome(Future<T> work) {
        try {
            return Optional.of(work.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException tooBusy) {
            work.cancel(true);
            return Optional.empty();
        } catch (InterruptedException callerLeft) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was worked on", callerLeft);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A password could not be worked on", failed.getCause());
        }
    }

    // Below the others, so that a crowd of wrong passwords takes no processor time from other work.
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "password-hashing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
