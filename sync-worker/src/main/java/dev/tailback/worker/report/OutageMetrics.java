package dev.tailback.worker.report;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.outage.OutageGate;
import dev.tailback.worker.outage.QuotaReserve;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/** Whether Salesforce takes writes, and how many calls the org has left for the day. */
@Singleton
final class OutageMetrics implements MeterBinder {
    private final OutageGate gate;
    private final QuotaReserve quota;

    OutageMetrics(OutageGate gate, QuotaReserve quota) {
        this.gate = gate;
        this.quota = quota;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tailback.worker.outage", gate, found -> found.outage().isPresent() ? 1 : 0)
                .description("1 while Salesforce cannot be written to")
                .register(registry);
        api(
                "tailback.salesforce.api.used",
                "Calls the org used in 24 hours, as Salesforce last told",
                ApiUsage::used,
                registry);
        api("tailback.salesforce.api.limit", "Calls the org has in 24 hours", ApiUsage::limit, registry);
    }

    private void api(String name, String description, ToLongFunction<ApiUsage> figure, MeterRegistry registry) {
        Gauge.builder(
                        name,
                        quota,
                        told -> told.last()
                                .map(figure::applyAsLong)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
