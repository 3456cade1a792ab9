package dev.tailback.app.operator.reconciliation;

import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Period;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

/** Comparing ledger and Salesforce, over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync/reconcile")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReconcileApi {

    private final ReconcileOnRequest onRequest;
    private final Reconciliations results;
    private final Clock clock;

    ReconcileApi(ReconcileOnRequest onRequest, Reconciliations results, Clock clock) {
        this.onRequest = onRequest;
        this.results = results;
        this.clock = clock;
    }

    /**
     * Compares now. Answers 200 with the result, or 202 with a run that goes on and can be looked at by its id.
     *
     * @param body what to compare, and whether to repair
     * @param principal who asks
     * @return the run
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ReconcileRequest.class)))
    HttpResponse<ReconciliationView> now(@Body JsonBody body, Principal principal) {
        ReconcileOrder order = ReconcileRequest.of(body).order(principal.getName());
        ReconciliationView run = one(onRequest.run(order));
        return switch (run.state()) {
            case "running" -> HttpResponse.accepted().body(run);
            case "done" -> HttpResponse.ok(run);
            default -> throw failed(run);
        };
    }

    /** @return the last comparison of everything that got to its end, with its differences */
    @Get
    @Secured({"viewer", "finance", "operator"})
    ReconciliationView last() {
        return results.last()
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "Nothing has been compared yet. POST /api/sync/reconcile compares now."));
    }

    /**
     * The newest comparisons, at most 50, without their differences one by one.
     *
     * @param since begun since then: a time, or a duration back from now such as 24h
     * @param until and before this
     * @return the runs; none is an answer too
     */
    @Get("/runs")
    @Secured({"viewer", "finance", "operator"})
    List<ReconciliationView> runs(
            @QueryValue(defaultValue = "") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until) {
        return results.newest(Period.of(since, until, clock), Paging.SIZE);
    }

    /**
     * One comparison with its differences.
     *
     * @param id its number
     * @return the run
     */
    @Get("/{id}")
    @Secured({"viewer", "finance", "operator"})
    ReconciliationView one(long id) {
        return results.find(id)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no reconciliation " + id + "."));
    }

    private static Problem failed(ReconciliationView run) {
        boolean ours = run.code().orElse("").equals("INTERNAL")
                || run.code().orElse("").equals("ABANDONED");
        return ours
                ? new Problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Reconciliation " + run.id() + " failed. The service app's log says why.")
                : new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "salesforce_unavailable",
                                "Nothing can be said about what is missing, because Salesforce cannot be read now. The last"
                                        + " result stays. Reason: "
                                        + run.reason().orElse("none was given"))
                        .with("reason", run.code().orElse(""));
    }
}
