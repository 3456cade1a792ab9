package dev.tailback.worker.report;

import dev.tailback.queue.WorkerReport;
import dev.tailback.worker.loops.Failures;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Shows what the worker's report says. Redis or Salesforce being down is shown and does not make the worker unhealthy:
 * restarting it would not help.
 */
@Singleton
final class WorkerHealth implements HealthIndicator {
    private final Reports reports;
    private final Failures failures;

    WorkerHealth(Reports reports, Failures failures) {
        this.reports = reports;
        this.failures = failures;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("syncWorker", HealthStatus.UP)
                .details(details(reports.now(), failures.goingOn()))
                .build());
    }

    private static Map<String, Object> details(WorkerReport report, Map<String, Failures.Streak> goingOn) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", report.state().name());
        details.put("since", report.since().toString());
        report.code().ifPresent(code -> details.put("code", code));
        report.reason().ifPresent(reason -> details.put("reason", reason));
        report.nextProbeAt().ifPresent(at -> details.put("nextProbeAt", at.toString()));
        goingOn.forEach((where, streak) -> details.put(
                "failing " + where, streak.times() + " times since " + streak.since() + ", last " + streak.what()));
        return details;
    }
}
