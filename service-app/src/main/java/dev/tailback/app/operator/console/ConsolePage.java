package dev.tailback.app.operator.console;

import dev.tailback.app.operator.alerts.OpenAlerts;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.operator.pause.SyncPause;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;

/** Where operators begin: the figures, the graphs, the workers, and the pause. */
@Hidden
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsolePage {

    private final Desk desk;
    private final SyncReading sync;
    private final Graphs graphs;
    private final SyncPause pause;
    private final OpenAlerts alerts;

    ConsolePage(Desk desk, SyncReading sync, Graphs graphs, SyncPause pause, OpenAlerts alerts) {
        this.desk = desk;
        this.sync = sync;
        this.graphs = graphs;
        this.pause = pause;
        this.alerts = alerts;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = Graphs.USUAL) @OneLine(max = 10) String span) {
        return page(HttpStatus.OK, overview(desk.seat(request, who), span, ""));
    }

    /** The figures, unless they are what the page shows already. */
    @Get("/figures")
    HttpResponse<?> figures(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String seen) {
        Overview overview = overview(desk.seat(request, who), Graphs.USUAL, "");
        return overview.fingerprint().equals(seen)
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>("console/figures", Map.of("screen", overview)));
    }

    @Get("/graphs")
    HttpResponse<?> graphs(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = Graphs.USUAL) @OneLine(max = 10) String span) {
        Overview overview = overview(desk.seat(request, who), span, "");
        return HttpResponse.ok(new ModelAndView<>("console/graphs", Map.of("screen", overview)));
    }

    @Post("/pause")
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pause(HttpRequest<?> request, Authentication who, @Body Form fields) {
        return turn(request, who, fields, pause::pause);
    }

    @Post("/resume")
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(HttpRequest<?> request, Authentication who, @Body Form fields) {
        return turn(request, who, fields, pause::resume);
    }

    private HttpResponse<?> turn(
            HttpRequest<?> request, Authentication who, Form fields, BiConsumer<String, String> turning) {
        try {
            turning.accept(who.getName(), Reason.required(fields));
            return HttpResponse.seeOther(URI.create("/console"));
        } catch (Problem refusal) {
            Seat seat = desk.seat(request, who).refused(refusal);
            return page(refusal.status(), overview(seat, Graphs.USUAL, fields.text("reason")));
        }
    }

    private Overview overview(Seat seat, String span, String typed) {
        String shown = Graphs.SPANS.containsKey(span) ? span : Graphs.USUAL;
        return new Overview(seat, sync.now(), alerts.now(), graphs.of(shown), shown, typed);
    }

    private static HttpResponse<?> page(HttpStatus status, Overview overview) {
        return HttpResponse.status(status).body(new ModelAndView<>("console/overview", Map.of("screen", overview)));
    }
}
