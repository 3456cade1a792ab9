package dev.tailback.app.usage;

import dev.tailback.app.input.ManyLines;
import dev.tailback.app.input.OneLine;
import dev.tailback.app.input.Paging;
import dev.tailback.app.usage.UsageBook.By;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.UUID;

/** Usage entries over HTTP. */
@Tag(name = "usage")
@Controller("/api/usage")
@Secured({"service", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageApi {

    private final EntryReading reading;
    private final RetryEntry retry;
    private final RevertEntry revert;

    UsageApi(EntryReading reading, RetryEntry retry, RevertEntry revert) {
        this.reading = reading;
        this.retry = retry;
        this.revert = revert;
    }

    /**
     * One page of entries, the newest first.
     *
     * @param state one of Waiting, Retrying, Reported, Locked, Rejected
     * @param code the reason's code
     * @param contractId Salesforce's id of the contract
     * @param page from 0 to 2000, 50 entries each
     * @return the page; an empty one is an answer too
     */
    @Get
    EntryPage list(
            @QueryValue @Nullable @OneLine(max = 20) String state,
            @QueryValue @Nullable @OneLine(max = 100) String code,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.search(new EntrySearch(
                Asked.state(state), Asked.text(code), Asked.text(contractId).map(SalesforceId::spelledOut), page));
    }

    /**
     * One entry with its history.
     *
     * @param id the entry's id
     * @return the entry
     */
    @Get("/{id}")
    EntryView one(UUID id) {
        return reading.find(id).orElseThrow(() -> Refusals.unknown(id));
    }

    /**
     * Lets a rejected entry try again.
     *
     * @param id the entry's id
     * @param reason for the history
     * @param principal who asks
     * @return the entry as it is now
     */
    @Post("/{id}/retry")
    @Secured({"service", "operator"})
    EntryView retry(UUID id, @QueryValue @Nullable @ManyLines(max = 500) String reason, Principal principal) {
        retry.retry(id, new By(principal.getName(), reason));
        return one(id);
    }

    /**
     * Takes a rejected entry back to what Salesforce holds.
     *
     * @param id the entry's id
     * @param reason for the history
     * @param principal who asks
     * @return the entry as it is now
     */
    @Post("/{id}/revert")
    @Secured({"service", "operator"})
    EntryView revert(UUID id, @QueryValue @Nullable @ManyLines(max = 500) String reason, Principal principal) {
        revert.revert(id, new By(principal.getName(), reason));
        return one(id);
    }
}
