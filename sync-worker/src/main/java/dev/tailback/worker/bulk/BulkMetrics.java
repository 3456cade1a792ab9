package dev.tailback.worker.bulk;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What the worker counts of its Bulk jobs. */
@Singleton
public final class BulkMetrics {
    private final MeterRegistry registry;

    public BulkMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void ended(JobResult result) {
        String end = result.failure().map(JobResult.Failure::code).orElse("");
        registry.counter("tailback.worker.bulk.jobs", "code", end).increment();
        registry.counter("tailback.worker.bulk.records").increment(result.rows().size());
    }
}
