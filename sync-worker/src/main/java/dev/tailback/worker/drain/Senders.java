package dev.tailback.worker.drain;

import dev.tailback.tracing.Traces;
import dev.tailback.worker.breaker.Permission;
import dev.tailback.worker.loops.Loops;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As many threads as calls may be in flight, each with one batch at a time. After success and after any failure its
 * lease is no longer extended, so that an unsettled batch is taken again when the lease has ended, and its place
 * becomes free.
 */
@Singleton
public final class Senders {
    private final WorkBatch work;
    private final Leases leases;
    private final SenderWatch watch;
    private final Traces traces;
    private final Semaphore free;
    private final ExecutorService threads;

    Senders(WorkBatch work, Leases leases, SenderWatch watch, Traces traces, DrainSettings settings) {
        this.work = work;
        this.leases = leases;
        this.watch = watch;
        this.traces = traces;
        this.free = new Semaphore(settings.callsInFlight());
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                settings.callsInFlight(), batch -> Loops.daemon(batch, "sender-" + number.incrementAndGet()));
    }

    /** Waits until one of them is free; follow it with {@link #send} or {@link #notNeeded}. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void notNeeded() {
        free.release();
    }

    /** Frees its place also when it fails. */
    void send(Lease lease, Permission permission) {
        try {
            threads.execute(() -> work(lease, permission));
        } catch (RuntimeException | Error noThread) {
            end(lease);
            throw noThread;
        }
    }

    private void work(Lease lease, Permission permission) {
        try {
            watch.begins(lease);
            traces.batch("usage batch", lease.batch().traces(), step -> {
                step.with("batch.records", lease.batch().records().size());
                work.work(lease, permission);
                return step;
            });
        } catch (Throwable unexpected) {
            watch.failed(unexpected);
        } finally {
            watch.ends();
            end(lease);
        }
    }

    private void end(Lease lease) {
        leases.letGo(lease);
        free.release();
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
