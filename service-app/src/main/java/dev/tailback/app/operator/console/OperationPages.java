package dev.tailback.app.operator.console;

import dev.tailback.app.operator.operations.OperationOutcome;
import dev.tailback.app.operator.operations.OperationPage;
import dev.tailback.app.operator.operations.OperationReading;
import dev.tailback.app.operator.operations.OperationSearch;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.Period;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What operators did, with when, who and why; and what became of the entries of one operation. */
@Hidden
@Controller("/console/operations")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class OperationPages {

    private final Desk desk;
    private final OperationReading reading;
    private final Clock clock;

    OperationPages(Desk desk, OperationReading reading, Clock clock) {
        this.desk = desk;
        this.reading = reading;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        Asked asked = Asked.of(Form.inTheAddressOf(request));
        Seat seat = desk.seat(request, who);
        try {
            return page(HttpStatus.OK, seat, asked, reading.search(search(asked, page)));
        } catch (Problem refusal) {
            OperationSearch all = new OperationSearch(Optional.empty(), Optional.empty(), Period.ALWAYS, 0);
            return page(refusal.status(), seat.refused(refusal), asked, reading.search(all));
        }
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication who, long id) {
        OperationOutcome outcome = reading.find(id)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no operation " + id + ".")
                        .says("problem.no.operation", String.valueOf(id)));
        return HttpResponse.ok(
                new ModelAndView<>("console/operation", Map.of("seat", desk.seat(request, who), "outcome", outcome)));
    }

    private OperationSearch search(Asked asked, int page) {
        return new OperationSearch(
                asked.asked(asked.who()), OperatorAction.asked(asked.what()), asked.period(clock), page);
    }

    private static HttpResponse<?> page(HttpStatus status, Seat seat, Asked asked, OperationPage found) {
        return HttpResponse.status(status)
                .body(new ModelAndView<>("console/operations", Map.of("seat", seat, "asked", asked, "found", found)));
    }
}
