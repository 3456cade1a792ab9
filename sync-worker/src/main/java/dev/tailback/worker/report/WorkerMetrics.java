package dev.tailback.worker.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the worker counts: every settled record by result and code, and its calls to Salesforce. */
@Singleton
public final class WorkerMetrics {
    private static final String RECORDS = "tailback.worker.records";

    private final MeterRegistry registry;
    private final AtomicInteger inFlight;
    private final Timer calls;

    public WorkerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.inFlight = registry.gauge("tailback.worker.calls.in.flight", new AtomicInteger());
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

    /** One call to Salesforce, from its first byte to the end of its answer. */
    public <T> T timed(Supplier<T> call) {
        inFlight.incrementAndGet();
        try {
            return calls.record(call);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    int callsInFlight() {
        return inFlight.get();
    }

    private void count(String fate, String code) {
        registry.counter(RECORDS, "fate", fate, "code", code).increment();
    }
}
