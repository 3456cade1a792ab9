package dev.tailback.app.health;

import dev.tailback.app.contracts.SalesforceSight;
import dev.tailback.app.contracts.SalesforceSight.LastReading;
import dev.tailback.web.health.Degraded;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** How the last contract reading went. A probe never calls Salesforce itself: it would use up the quota people need. */
@Readiness
@Singleton
class SalesforceHealth implements HealthIndicator {

    private final SalesforceSight sight;

    SalesforceHealth(SalesforceSight sight) {
        this.sight = sight;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(sight.last().map(SalesforceHealth::of).orElseGet(SalesforceHealth::notAsked));
    }

    private static HealthResult of(LastReading last) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lastReading", last.at().toString());
        last.trouble().ifPresent(trouble -> {
            details.put("code", trouble.code());
            details.put("reason", trouble.reason());
        });
        HealthStatus status = last.trouble().isEmpty() ? HealthStatus.UP : Degraded.STATUS;
        return HealthResult.builder("salesforce", status).details(details).build();
    }

    private static HealthResult notAsked() {
        return HealthResult.builder("salesforce", HealthStatus.UP)
                .details(Map.of("lastReading", "none yet"))
                .build();
    }
}
