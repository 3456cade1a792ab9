package dev.tailback.worker.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the worker counts: every settled record by result and code, its calls to Salesforce, and its Bulk jobs. */
@Singleton
public final class WorkerMetrics {
    private static final String RECORDS = "tailback.worker.records";

    private final MeterRegistry registry;
    private final Clock clock;
    private final AtomicInteger inFlight;
    private final AtomicInteger inJob;
    private final Timer calls;

    public WorkerMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.inFlight = registry.gauge("tailback.worker.calls.in.flight", new AtomicInteger());
        this.inJob = registry.gauge("tailback.worker.bulk.records.in.flight", new AtomicInteger());
        this.calls = Timer.builder("tailback.worker.calls")
                .description("Writes sent to Salesforce")
                .publishPercentileHistogram()
                .register(registry);
    }

    public void accepted() {
        count("accepted", "");
    }

    public void stale() {
        count("stale", "");
    }

    public void retried(String code) {
        count("retried", code);
    }

    public void parked(String code) {
        count("parked", code);
    }

    /** When a call began, how long it took, and what it brought. */
    public record Timed<T>(Instant begunAt, Duration took, T answer) {}

    /** One call to Salesforce, from its first byte to the end of its answer. */
    public <T> Timed<T> timed(Supplier<T> call) {
        inFlight.incrementAndGet();
        Instant begunAt = clock.instant();
        long begun = registry.config().clock().monotonicTime();
        try {
            T answer = calls.record(call);
            long ended = registry.config().clock().monotonicTime();
            return new Timed<>(begunAt, Duration.ofNanos(ended - begun), answer);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /** A Bulk job with so many records begins; {@link #jobEnded} follows. */
    public void jobBegins(int records) {
        inJob.set(records);
    }

    /** @param code why it did not come to its end, or nothing */
    public void jobEnded(String code, int saved) {
        inJob.set(0);
        registry.counter("tailback.worker.bulk.jobs", "code", code).increment();
        registry.counter("tailback.worker.bulk.records").increment(saved);
    }

    /** Records of the Bulk job that runs, or 0. */
    int recordsInJob() {
        return inJob.get();
    }

    int callsInFlight() {
        return inFlight.get();
    }

    private void count(String fate, String code) {
        registry.counter(RECORDS, "fate", fate, "code", code).increment();
    }
}
