package dev.tailback.app.operator.alerts;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What is wrong now, over HTTP. */
@Tag(name = "sync")
@Controller("/api/alerts")
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AlertsApi {

    private final OpenAlerts alerts;

    AlertsApi(OpenAlerts alerts) {
        this.alerts = alerts;
    }

    /** @return what is wrong, and how people are told */
    @Get
    AlertsView now() {
        return alerts.now();
    }
}
