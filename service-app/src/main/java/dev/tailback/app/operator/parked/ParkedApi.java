package dev.tailback.app.operator.parked;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.app.entries.Selection;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Period;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;

/** Parked entries by their cause, over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync/parked")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class ParkedApi {

    private final ParkedSearch search;
    private final RetryParked retry;
    private final Clock clock;

    ParkedApi(ParkedSearch search, RetryParked retry, Clock clock) {
        this.search = search;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Parked entries by their cause, the largest group first. Those that only wait for a rejected entry are not among
     * them: they follow it.
     *
     * @param code only those refused with this code
     * @param contractId Salesforce's id of the contract
     * @param text an entry's id, an ad's reference, or a part of a title, a customer, a contract's number or a reason
     * @param since something happened to the entry since then: a time, or a duration back from now such as 24h
     * @param until and before this
     * @return the groups
     */
    @Get
    @Secured({"viewer", "finance", "operator"})
    List<ParkedGroup> groups(
            @QueryValue @Nullable @OneLine(max = 100) String code,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue @Nullable @OneLine(max = 200) String text,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until) {
        return search.groups(SearchParameter.selection(code, contractId, text, Period.of(since, until, clock)));
    }

    /**
     * Lets parked entries try again, the oldest first; or only counts them.
     *
     * @param body which ones
     * @param principal who asks
     * @return how many are asked again, and how many remain
     */
    @Post("/retry")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryRequest.class)))
    RetryAnswer retry(@Body JsonBody body, Principal principal) {
        RetryRequest request = RetryRequest.of(body);
        Selection selection = request.selection(clock);
        return request.dryRun()
                ? retry.count(selection, request.limit())
                : retry.retry(selection, request.limit(), new By(principal.getName(), request.reason()));
    }
}
