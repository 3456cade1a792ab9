package dev.tailback.app.operator.operations;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Period;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
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

/** What operators did, over HTTP. */
@Tag(name = "operations")
@Controller("/api/operations")
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class OperationsApi {

    private final OperationReading reading;
    private final Clock clock;

    OperationsApi(OperationReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * One page of operations, the newest first.
     *
     * @param who only those of this account
     * @param what one of PAUSED, RESUMED, HELD, RELEASED, RETRIED, REVERTED, RECONCILED, REPAIRED, DELETED,
     *     MAPPED, PROVED
     * @param since from then on: a time, or a duration back from now such as 24h
     * @param until before this
     * @param page from 0 to 2000, 50 operations each
     * @return the page; an empty one is an answer too
     */
    @Get
    OperationPage list(
            @QueryValue @Nullable @OneLine(max = 100) String who,
            @QueryValue @Nullable @OneLine(max = 20) String what,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.search(new OperationSearch(
                SearchParameter.text(who), OperatorAction.asked(what), Period.of(since, until, clock), page));
    }

    /**
     * One operation, and what has become of the entries it changed.
     *
     * @param id its number
     * @return the operation
     */
    @Get("/{id}")
    OperationOutcome one(long id) {
        return reading.find(id)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "There is no operation " + id + ". GET /api/operations lists them."));
    }
}
