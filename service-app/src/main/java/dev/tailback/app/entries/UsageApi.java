package dev.tailback.app.entries;

import dev.tailback.app.input.OneLine;
import dev.tailback.app.input.Paging;
import dev.tailback.app.input.SalesforceId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;

/** Reading usage entries over HTTP. */
@Tag(name = "usage")
@Controller("/api/usage")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageApi {

    private final EntryReading reading;

    UsageApi(EntryReading reading) {
        this.reading = reading;
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
                SearchParameter.state(state),
                SearchParameter.text(code),
                SearchParameter.text(contractId).map(SalesforceId::spelledOut),
                page));
    }

    /**
     * One entry with its history.
     *
     * @param id the entry's id
     * @return the entry
     */
    @Get("/{id}")
    EntryView one(UUID id) {
        return reading.get(id);
    }
}
