package dev.tailback.app.operator.operations;

import dev.tailback.app.input.Paging;
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
class OperationsApi {

    private final Operations operations;

    OperationsApi(Operations operations) {
        this.operations = operations;
    }

    /**
     * One page of operations, the newest first.
     *
     * @param page from 0 to 2000, 50 operations each
     * @return the page; an empty one is an answer too
     */
    @Get
    OperationPage list(@QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        List<Operation> read = operations.page(Paging.SIZE + 1, page * Paging.SIZE);
        return OperationPage.of(read, page);
    }
}
