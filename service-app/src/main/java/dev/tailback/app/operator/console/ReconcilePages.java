package dev.tailback.app.operator.console;

import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.operator.reconciliation.ReconcileOnRequest;
import dev.tailback.app.operator.reconciliation.ReconcileOrder;
import dev.tailback.app.operator.reconciliation.ReconciliationView;
import dev.tailback.app.operator.reconciliation.Reconciliations;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Period;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Comparing ledger and Salesforce, with each difference; and the repair. */
@Hidden
@Controller("/console/reconciliations")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ReconcilePages {

    private final Desk desk;
    private final Reconciliations results;
    private final ReconcileOnRequest onRequest;
    private final Clock clock;

    ReconcilePages(Desk desk, Reconciliations results, ReconcileOnRequest onRequest, Clock clock) {
        this.desk = desk;
        this.results = results;
        this.onRequest = onRequest;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Authentication who) {
        Asked asked = Asked.of(Form.inTheAddressOf(request));
        Seat seat = desk.seat(request, who);
        try {
            return page(HttpStatus.OK, seat, asked, results.newest(asked.period(clock), Paging.SIZE));
        } catch (Problem refusal) {
            return page(refusal.status(), seat.refused(refusal), asked, results.newest(Period.ALWAYS, Paging.SIZE));
        }
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication who, long id) {
        ReconciliationView run = results.find(id)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no reconciliation " + id + ".")
                                .says("problem.no.reconciliation", String.valueOf(id)));
        return HttpResponse.ok(
                new ModelAndView<>("console/comparison", Map.of("seat", desk.seat(request, who), "run", run)));
    }

    /** Compares, or repairs: the button says which. A run that takes longer goes on, and its page shows it. */
    @Post
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> run(HttpRequest<?> request, Authentication who, @Body Form fields) {
        try {
            return HttpResponse.seeOther(
                    URI.create("/console/reconciliations/" + onRequest.run(order(who.getName(), fields))));
        } catch (Problem refusal) {
            return page(
                    refusal.status(),
                    desk.seat(request, who).refused(refusal),
                    Asked.of(fields),
                    results.newest(Period.ALWAYS, Paging.SIZE));
        }
    }

    private static ReconcileOrder order(String who, Form fields) {
        boolean repair = fields.text("action").equals("repair");
        String given = fields.text("reason").strip();
        String reason = repair || !given.isEmpty() ? Reason.required(fields) : null;
        return new ReconcileOrder(SalesforceId.typed("contractId", fields.text("contractId")), repair, who, reason);
    }

    private static HttpResponse<?> page(HttpStatus status, Seat seat, Asked asked, List<ReconciliationView> runs) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>("console/comparisons", Map.of("seat", seat, "asked", asked, "runs", runs)));
    }
}
