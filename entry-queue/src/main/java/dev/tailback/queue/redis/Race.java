package dev.tailback.queue.redis;

import dev.tailback.queue.QueueUnavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Waits for the first of several blocked reads to bring something. A command cannot block on two shards of a cluster,
 * so there is one read for each; on a single Redis there is one for all. One thread waits at a time.
 */
public final class Race<T> implements AutoCloseable {
    private static final long NOT_WORTH_ASKING_AGAIN_MS = 20;
    private static final long LOOK_AGAIN_AFTER_MS = 100;

    private final List<BlockedRead<T>> reads;
    private final Predicate<T> isSomething;
    private final BiConsumer<BlockedRead<T>, T> late;
    private final Set<BlockedRead<T>> over = new HashSet<>();
    private Optional<CompletableFuture<Optional<T>>> waiting = Optional.empty();
    private Optional<QueueUnavailable> failure = Optional.empty();
    private long end;
    private long failuresCountFrom;

    /** @param late gets an answer that comes after the wait has ended, and the read that brought it */
    public Race(List<BlockedRead<T>> reads, Predicate<T> isSomething, BiConsumer<BlockedRead<T>, T> late) {
        this.reads = reads;
        this.isSomething = isSomething;
        this.late = late;
    }

    /**
     * Empty if nothing came.
     *
     * @param patience how much longer than the timeout an answer may take
     * @throws QueueUnavailable if no read is of use
     */
    public Optional<T> first(Duration timeout, Duration patience) {
        CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
        long begin = System.nanoTime();
        synchronized (this) {
            waiting = Optional.of(mine);
            end = begin + timeout.toNanos();
            failuresCountFrom = begin + (reads.size() > 1 ? patience.toNanos() : 0);
            over.clear();
            failure = Optional.empty();
        }
        try {
            reads.forEach(read -> read.begin(this, timeout));
            while (System.nanoTime() - begin < timeout.plus(patience).toNanos()) {
                Optional<Optional<T>> answer = within(untilNextLook(), mine);
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (nothingIsExpected()) {
                    return Optional.empty();
                }
                tryFailedAgain();
            }
            return orSilence();
        } finally {
            synchronized (this) {
                waiting = Optional.empty();
            }
        }
    }

    /** Ends a wait that is under way, as if nothing had come in time; what comes after that is late. */
    public synchronized void leave() {
        waiting.ifPresent(left -> left.complete(Optional.empty()));
    }

    private synchronized long untilNextLook() {
        long left = (end - System.nanoTime()) / 1_000_000 + 1;
        return left > 0 ? Math.min(LOOK_AGAIN_AFTER_MS, left) : LOOK_AGAIN_AFTER_MS;
    }

    // Reads that an earlier, longer wait began go on blocking when this one is over.
    private synchronized boolean nothingIsExpected() {
        return System.nanoTime() - end >= 0
                && failure.isEmpty()
                && reads.stream().allMatch(read -> over.contains(read) || read.isBlocking());
    }

    // A read that failed, as when its part of a cluster changes its master, is tried again while the others wait.
    private void tryFailedAgain() {
        Optional<Duration> left = timeLeft();
        synchronized (this) {
            if (left.isEmpty() || failure.isEmpty()) {
                return;
            }
            over.clear();
            failure = Optional.empty();
        }
        reads.forEach(read -> read.begin(this, left.get()));
    }

    private Optional<Optional<T>> within(long millis, CompletableFuture<Optional<T>> mine) {
        try {
            return Optional.of(mine.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw anew(FailedCommand.of(failed).cause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailable("Interrupted while waiting for Redis", interrupted);
        }
    }

    // With the place in the code where it was waited for.
    private static QueueUnavailable anew(Throwable failure) {
        return failure instanceof QueueUnavailable known
                ? new QueueUnavailable(
                        known.getMessage(), FailedCommand.of(known).cause())
                : new QueueUnavailable(String.valueOf(failure.getMessage()), failure);
    }

    void answered(BlockedRead<T> read, T answer) {
        if (isSomething.test(answer)) {
            if (waiter().filter(waiter -> waiter.complete(Optional.of(answer))).isEmpty()) {
                late.accept(read, answer);
            }
            return;
        }
        Optional<Duration> left = timeLeft();
        if (left.isPresent()) {
            read.begin(this, left.get());
        } else {
            isOver(read, Optional.empty());
        }
    }

    void failed(BlockedRead<T> read, QueueUnavailable problem) {
        // Redis changed its role under the wait: the next command will say what is the matter.
        isOver(read, Optional.of(problem).filter(it -> !FailedCommand.of(it).says("UNBLOCKED")));
    }

    private synchronized Optional<CompletableFuture<Optional<T>>> waiter() {
        return waiting;
    }

    private synchronized Optional<Duration> timeLeft() {
        long millis = (end - System.nanoTime()) / 1_000_000;
        return waiting.isPresent() && millis > NOT_WORTH_ASKING_AGAIN_MS
                ? Optional.of(Duration.ofMillis(millis))
                : Optional.empty();
    }

    private synchronized void isOver(BlockedRead<T> read, Optional<QueueUnavailable> problem) {
        over.add(read);
        failure = problem.or(() -> failure);
        if (waiting.isEmpty() || over.size() < reads.size()) {
            return;
        }
        if (failure.isEmpty()) {
            waiting.get().complete(Optional.empty());
        } else if (System.nanoTime() - failuresCountFrom >= 0) {
            waiting.get().completeExceptionally(failure.get());
        }
    }

    private Optional<T> orSilence() {
        synchronized (this) {
            if (failure.isPresent() && over.size() == reads.size()) {
                throw failure.get();
            }
        }
        if (reads.stream().allMatch(BlockedRead::isSilent)) {
            throw reads.get(0).silence();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        reads.forEach(BlockedRead::close);
    }
}
