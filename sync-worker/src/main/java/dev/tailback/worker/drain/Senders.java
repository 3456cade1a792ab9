package dev.tailback.worker.drain;

import dev.tailback.worker.breaker.Permission;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many threads as calls may be in flight, each with one batch at a time. Whatever happens to one, its lease is let go, so that what it held is taken again
 * when the lease has ended, and its place is free for the next batch.
 */
@Singleton
public final class Senders {
    private final WorkBatch work;
    private final Leases leases;
    private final SenderWatch watch;
    private final Semaphore free;
    private final ExecutorService threads;

    Senders(WorkBatch work, Leases leases, SenderWatch watch, DrainSettings settings) {
        this.work = work;
        this.leases = leases;
        this.watch = watch;
        this.free = new Semaphore(settings.callsInFlight());
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                settings.callsInFlight(), batch -> daemon(batch, "sender-" + number.incrementAndGet()));
    }

    /** Waits until one of them is free; follow it with {@link #send} or {@link #notNeeded}. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void notNeeded() {
        free.release();
    }

    /** Frees its place also when it fails. */
    void send(Taken taken, Permission permission) {
        try {
            threads.execute(() -> work(taken, permission));
        } catch (RuntimeException | Error noThread) {
            end(taken);
            throw noThread;
        }
    }

    private void work(Taken taken, Permission permission) {
        try {
            watch.begins(taken.lease());
            work.work(taken.batch(), taken.lease(), permission);
        } catch (Throwable unexpected) {
            watch.failed(unexpected);
        } finally {
            watch.ends();
            end(taken);
        }
    }

    private void end(Taken taken) {
        leases.letGo(taken.lease());
        free.release();
    }

    /** Whether all that ran has ended in time. A call that runs on keeps its lease, so nobody else sends the same contract meanwhile. */
    public boolean finish(Duration within) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
