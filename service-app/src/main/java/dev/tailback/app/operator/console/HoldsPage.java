package dev.tailback.app.operator.console;

import dev.tailback.app.operator.holds.HoldOrder;
import dev.tailback.app.operator.holds.SyncHolds;
import dev.tailback.web.input.Form;
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
import java.util.Map;
import java.util.function.BiConsumer;

/** One contract or one cause is held, while everything else goes on, and let go again. */
@Hidden
@Controller("/console/holds")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class HoldsPage {

    private final Desk desk;
    private final SyncHolds holds;
    private final Clock clock;

    HoldsPage(Desk desk, SyncHolds holds, Clock clock) {
        this.desk = desk;
        this.holds = holds;
        this.clock = clock;
    }

    /** A page of entries may name a contract or a code in the address. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(HttpStatus.OK, desk.seat(request, who), Form.inTheAddressOf(request));
    }

    @Post
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> hold(HttpRequest<?> request, Authentication who, @Body Form fields) {
        return act(request, who, fields, holds::hold);
    }

    @Post("/release")
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(HttpRequest<?> request, Authentication who, @Body Form fields) {
        return act(request, who, fields, holds::release);
    }

    private HttpResponse<?> act(
            HttpRequest<?> request, Authentication who, Form fields, BiConsumer<String, HoldOrder> action) {
        try {
            action.accept(who.getName(), HoldOrder.typed(fields, clock));
            return HttpResponse.seeOther(URI.create("/console/holds"));
        } catch (Problem refusal) {
            return page(refusal.status(), desk.seat(request, who).refused(refusal), fields);
        }
    }

    private HttpResponse<?> page(HttpStatus status, Seat seat, Form form) {
        HoldsScreen screen = HoldsScreen.of(seat, holds.now(), form);
        return HttpResponse.status(status).body(new ModelAndView<>("console/holds", Map.of("screen", screen)));
    }
}
