package dev.tailback.app.rejected;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.web.input.ManyLines;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Deciding about rejected usage entries over HTTP. */
@Tag(name = "usage")
@Controller("/api/usage")
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RejectedApi {

    private final EntryReading reading;
    private final RetryEntry retry;
    private final RevertEntry revert;

    RejectedApi(EntryReading reading, RetryEntry retry, RevertEntry revert) {
        this.reading = reading;
        this.retry = retry;
        this.revert = revert;
    }

    /**
     * Lets a rejected entry try again.
     *
     * @param id the entry's id
     * @param reason for the history; operators must give one
     * @param who asks
     * @return the entry as it is now
     */
    @Post("/{id}/retry")
    EntryView retry(UUID id, @QueryValue @Nullable @ManyLines(max = 500) String reason, Authentication who) {
        retry.retry(id, Reason.by(who, reason));
        return reading.get(id);
    }

    /**
     * Takes a rejected entry back to what Salesforce holds.
     *
     * @param id the entry's id
     * @param reason for the history; operators must give one
     * @param who asks
     * @return the entry as it is now
     */
    @Post("/{id}/revert")
    EntryView revert(UUID id, @QueryValue @Nullable @ManyLines(max = 500) String reason, Authentication who) {
        revert.revert(id, Reason.by(who, reason));
        return reading.get(id);
    }
}
