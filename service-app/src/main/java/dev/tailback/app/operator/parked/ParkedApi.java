package dev.tailback.app.operator.parked;

import dev.tailback.app.input.JsonBody;
import dev.tailback.app.ledger.UsageBook.By;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;

/** Parked entries by their cause, over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync/parked")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class ParkedApi {

    private final RetryParked retry;

    ParkedApi(RetryParked retry) {
        this.retry = retry;
    }

    /**
     * Lets parked entries try again, the oldest first; or only counts them.
     *
     * @param body which ones
     * @param principal who asks
     * @return how many were retried, and how many remain
     */
    @Post("/retry")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryRequest.class)))
    RetryAnswer retry(@Body JsonBody body, Principal principal) {
        RetryRequest request = RetryRequest.of(body);
        return request.dryRun()
                ? retry.count(request.scope(), request.limit())
                : retry.retry(request.scope(), request.limit(), new By(principal.getName(), request.reason()));
    }
}
