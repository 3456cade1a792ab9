package dev.tailback.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Waits for the first of several blocked reads to bring something. A command cannot block on two shards of a cluster, so there is one read for each; on a
 * single Redis there is one for all. One thread waits at a time.
 */
final class Race<T> implements AutoCloseable {
    private static final long NOT_WORTH_ASKING_AGAIN_MS = 20;

    private final List<BlockedRead<T>> reads;
    private final Predicate<T> isSomething;
    private final Consumer<T> late;
    private final Set<BlockedRead<T>> over = new HashSet<>();
    private CompletableFuture<Optional<T>> waiting;
    private QueueUnavailable failure;
    private long end;

    /** @param late gets what comes when nobody waits */
    Race(List<BlockedRead<T>> reads, Predicate<T> isSomething, Consumer<T> late) {
        this.reads = reads;
        this.isSomething = isSomething;
        this.late = late;
    }

    /**
     * Empty if nothing came.
     *
     * @throws QueueUnavailable if no read is of use
     */
    Optional<T> first(Duration timeout, Duration patience) {
        CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
        synchronized (this) {
            waiting = mine;
            failure = null;
            over.clear();
            end = System.nanoTime() + timeout.toNanos();
        }
        try {
            reads.forEach(read -> read.begin(this, timeout));
            return mine.get(timeout.plus(patience).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return orSilence();
        } catch (ExecutionException failed) {
            throw new QueueUnavailable(
                    failed.getCause().getMessage(), failed.getCause().getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailable("Interrupted while waiting for Redis", interrupted);
        } finally {
            synchronized (this) {
                waiting = null;
            }
        }
    }

    void answered(BlockedRead<T> read, T answer) {
        if (isSomething.test(answer)) {
            CompletableFuture<Optional<T>> waiter = waiter();
            if (waiter == null || !waiter.complete(Optional.of(answer))) {
                late.accept(answer);
            }
            return;
        }
        Optional<Duration> left = timeLeft();
        if (left.isPresent()) {
            read.begin(this, left.get());
        } else {
            isOver(read, null);
        }
    }

    void failed(BlockedRead<T> read, QueueUnavailable problem) {
        // Redis changed its role under the wait: the next command will say what is the matter.
        isOver(read, RedisLink.says(problem, "UNBLOCKED") ? null : problem);
    }

    private synchronized CompletableFuture<Optional<T>> waiter() {
        return waiting;
    }

    private synchronized Optional<Duration> timeLeft() {
        long millis = (end - System.nanoTime()) / 1_000_000;
        return waiting != null && millis > NOT_WORTH_ASKING_AGAIN_MS
                ? Optional.of(Duration.ofMillis(millis))
                : Optional.empty();
    }

    private synchronized void isOver(BlockedRead<T> read, QueueUnavailable problem) {
        over.add(read);
        failure = problem == null ? failure : problem;
        if (waiting == null || over.size() < reads.size()) {
            return;
        }
        if (failure == null) {
            waiting.complete(Optional.empty());
        } else {
            waiting.completeExceptionally(failure);
        }
    }

    private Optional<T> orSilence() {
        List<BlockedRead<T>> silent;
        synchronized (this) {
            silent = reads.stream().filter(read -> !over.contains(read)).toList();
        }
        List<QueueUnavailable> problems =
                silent.stream().map(BlockedRead::silence).toList();
        if (problems.size() == reads.size()) {
            throw problems.get(0);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        reads.forEach(BlockedRead::close);
    }
}
