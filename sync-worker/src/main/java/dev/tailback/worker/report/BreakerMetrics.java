package dev.tailback.worker.report;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.worker.breaker.CircuitBreaker;
import dev.tailback.worker.breaker.QuotaReserve;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/** Whether Salesforce takes writes, and how many calls the org has left for the day. */
@Singleton
final class BreakerMetrics implements MeterBinder {
    private final CircuitBreaker breaker;
    private final QuotaReserve quota;

    BreakerMetrics(CircuitBreaker breaker, QuotaReserve quota) {
        this.breaker = breaker;
        this.quota = quota;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tailback.worker.outage", breaker, found -> found.outage().isPresent() ? 1 : 0)
                .description("1 while Salesforce cannot be written to")
                .register(registry);
        api(
                "tailback.salesforce.api.used",
                "Calls the org used in 24 hours, by the last answer of Salesforce",
                ApiUsage::used,
                registry);
        api("tailback.salesforce.api.limit", "Calls the org has in 24 hours", ApiUsage::limit, registry);
    }

    private void api(String name, String description, ToLongFunction<ApiUsage> figure, MeterRegistry registry) {
        Gauge.builder(
                        name,
                        quota,
                        reserve -> reserve.last()
                                .map(figure::applyAsLong)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description(description)
                .register(registry);
    }
}
