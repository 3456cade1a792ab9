package dev.tailback.app.operator.audit;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** What operators did, over HTTP. */
@Tag(name = "operations")
@Controller("/api/operations")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class ActsApi {

    private static final int SIZE = 50;

    private final OperatorActs acts;

    ActsApi(OperatorActs acts) {
        this.acts = acts;
    }

    /**
     * One page of acts, the newest first.
     *
     * @param page from 0 to 2000, 50 acts each
     * @return the page; an empty one is an answer too
     */
    @Get
    ActPage list(@QueryValue(defaultValue = "0") @Min(0) @Max(2_000) int page) {
        List<OperatorAct> read = acts.page(SIZE + 1, page * SIZE);
        return new ActPage(List.copyOf(read.subList(0, Math.min(SIZE, read.size()))), page, read.size() > SIZE);
    }
}
