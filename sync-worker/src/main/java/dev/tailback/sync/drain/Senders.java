package dev.tailback.sync.drain;

import dev.tailback.sync.outage.Turn;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many threads as calls may be in flight, each with one batch at a time. */
@Singleton
public final class Senders {
    private static final Logger log = LoggerFactory.getLogger(Senders.class);

    private final WorkBatch work;
    private final Leases leases;
    private final Semaphore free;
    private final ExecutorService threads;

    Senders(WorkBatch work, Leases leases, DrainSettings settings) {
        this.work = work;
        this.leases = leases;
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

    void send(Taken taken, Turn turn) {
        threads.execute(() -> work(taken, turn));
    }

    private void work(Taken taken, Turn turn) {
        try {
            work.work(taken.batch(), taken.lease(), turn);
        } catch (RuntimeException unexpected) {
            log.error(
                    "Batch {} was left to its lease, which will end",
                    taken.batch().id(),
                    unexpected);
        } finally {
            leases.letGo(taken.lease());
            free.release();
        }
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
