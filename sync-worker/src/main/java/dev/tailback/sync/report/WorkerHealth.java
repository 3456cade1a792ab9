package dev.tailback.sync.report;

import dev.tailback.queue.WorkerReport;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Shows what the worker's report says. Redis or Salesforce being down is shown and does not make the worker unhealthy: restarting it would not help. */
@Singleton
final class WorkerHealth implements HealthIndicator {
    private final Reports reports;

    WorkerHealth(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("syncWorker", HealthStatus.UP)
                .details(details(reports.now()))
                .build());
    }

    private static Map<String, Object> details(WorkerReport report) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", report.state().name());
        details.put("since", report.since().toString());
        report.code().ifPresent(code -> details.put("code", code));
        report.reason().ifPresent(reason -> details.put("reason", reason));
        report.nextProbeAt().ifPresent(at -> details.put("nextProbeAt", at.toString()));
        return details;
    }
}
