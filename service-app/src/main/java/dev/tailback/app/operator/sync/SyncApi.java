package dev.tailback.app.operator.sync;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

/** How the way to Salesforce is doing, over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class SyncApi {

    private final SyncReading reading;

    SyncApi(SyncReading reading) {
        this.reading = reading;
    }

    /** @return what waits, what failed and why, and why nothing is sent, if so */
    @Get
    SyncView now() {
        return reading.now();
    }
}
