package dev.tailback.app.entries;

import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Period;
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
import java.time.Clock;
import java.util.UUID;

/** Reading usage entries over HTTP. */
@Tag(name = "usage")
@Controller("/api/usage")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageApi {

    private final EntryReading reading;
    private final EntryCounts counts;
    private final Clock clock;

    UsageApi(EntryReading reading, EntryCounts counts, Clock clock) {
        this.reading = reading;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * One page of entries, the newest first.
     *
     * @param state one of Waiting, Retrying, Reported, Locked, Rejected
     * @param code the reason's code
     * @param contractId Salesforce's id of the contract
     * @param text an entry's id, an ad's reference, or a part of a title, a customer, a contract's number or a reason
     * @param since something happened to the entry since then: a time, or a duration back from now such as 24h
     * @param until and before this
     * @param page from 0 to 2000, 50 entries each
     * @return the page; an empty one is an answer too
     */
    @Get
    EntryPage list(
            @QueryValue @Nullable @OneLine(max = 20) String state,
            @QueryValue @Nullable @OneLine(max = 100) String code,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue @Nullable @OneLine(max = 200) String text,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        Selection selection = SearchParameter.selection(code, contractId, text, Period.of(since, until, clock));
        return reading.search(new EntrySearch(SearchParameter.state(state), selection, page));
    }

    /**
     * How many entries there are in each state.
     *
     * @param code the reason's code
     * @param contractId Salesforce's id of the contract
     * @param text an entry's id, an ad's reference, or a part of a title, a customer, a contract's number or a reason
     * @param since something happened to the entry since then: a time, or a duration back from now such as 24h
     * @param until and before this
     * @return the counts, of every state
     */
    @Get("/counts")
    CountsView counts(
            @QueryValue @Nullable @OneLine(max = 100) String code,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue @Nullable @OneLine(max = 200) String text,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until) {
        Selection selection = SearchParameter.selection(code, contractId, text, Period.of(since, until, clock));
        return CountsView.of(counts.of(selection));
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
