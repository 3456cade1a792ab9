package dev.tailback.app.operator.retention;

import dev.tailback.web.input.JsonBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;

/** What is kept, and how long, over HTTP; and the deletion of what is spent. */
@Tag(name = "retention")
@Controller("/api/retention")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class RetentionApi {

    private final RetentionReading reading;
    private final DeleteSpent deletion;

    RetentionApi(RetentionReading reading, DeleteSpent deletion) {
        this.reading = reading;
        this.deletion = deletion;
    }

    /**
     * Every kind of data that is kept, how much of it there is, and what may be deleted.
     *
     * @return the kinds, the ledger first
     */
    @Get
    @Secured({"viewer", "finance", "operator"})
    RetentionView list() {
        return reading.now();
    }

    /**
     * Deletes what is old of a kind that is derived or spent, 10,000 rows at most; or only counts it. Histories,
     * statements and the record of operations cannot be deleted.
     *
     * @param body which kind, how old, and why
     * @param principal who asks
     * @return how many are gone, and how many remain
     */
    @Post("/delete")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeletionRequest.class)))
    DeletionAnswer delete(@Body JsonBody body, Principal principal) {
        return deletion.delete(DeletionRequest.of(body), principal.getName());
    }
}
