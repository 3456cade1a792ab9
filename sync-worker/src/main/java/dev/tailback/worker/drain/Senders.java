package dev.tailback.worker.drain;

import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.loops.Loops;
import dev.tailback.worker.pace.CallsInFlight;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many threads as calls may be in flight, each with one piece of work at a time. After success and after any
 * failure its leases are no longer extended, so that an unsettled batch is taken again when its lease has ended, and
 * its place becomes free.
 */
@Singleton
public final class Senders {
    private final WorkBatches work;
    private final Leases leases;
    private final SenderWatch watch;
    private final CallsInFlight inFlight;
    private final ExecutorService threads;

    Senders(WorkBatches work, Leases leases, SenderWatch watch, CallsInFlight inFlight) {
        this.work = work;
        this.leases = leases;
        this.watch = watch;
        this.inFlight = inFlight;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                inFlight.most(), batch -> Loops.daemon(batch, "sender-" + number.incrementAndGet()));
    }

    /** The most there ever are at one time. */
    public int most() {
        return inFlight.most();
    }

    /** Waits until one of them is free; follow it with {@link #send} or {@link #notNeeded}. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return inFlight.awaitPlace(longest);
    }

    void notNeeded() {
        inFlight.free();
    }

    /** Frees its place also when it fails. */
    void send(Work todo, Permission permission) {
        try {
            threads.execute(() -> work(todo, permission));
        } catch (RuntimeException | Error noThread) {
            end(todo);
            throw noThread;
        }
    }

    private void work(Work todo, Permission permission) {
        try {
            todo.leases().forEach(watch::begins);
            work.work(todo, permission);
        } catch (Throwable unexpected) {
            watch.failed(unexpected);
        } finally {
            watch.ends();
            end(todo);
        }
    }

    private void end(Work todo) {
        todo.leases().forEach(leases::letGo);
        todo.atEnd().run();
        inFlight.free();
    }

    /**
     * Whether all senders ended in time. A call that runs on keeps its lease, so no other worker sends the same
     * contract.
     */
    public boolean finish(Duration within) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
