package dev.tailback.worker.drain;

import dev.tailback.tracing.Traces;
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
    private final CallsInFlight inFlight;
    private final ExecutorService threads;

    Senders(WorkBatch work, Leases leases, SenderWatch watch, Traces traces, CallsInFlight inFlight) {
        this.work = work;
        this.leases = leases;
        this.watch = watch;
        this.traces = traces;
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
