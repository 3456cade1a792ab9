package dev.tailback.app.requests;

import dev.tailback.app.access.FlashMessage;
import dev.tailback.app.layout.Visitors;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Fragment;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.TextRule;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The page on which finance answers correction requests, and everybody sees them. */
@Hidden
@Controller("/requests")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RequestPages {

    private static final TextRule REASON = TextRule.lines(500);

    private final RequestScreens screens;
    private final AnswerRequest answer;
    private final FlashMessage flash;
    private final Visitors visitors;

    RequestPages(RequestScreens screens, AnswerRequest answer, FlashMessage flash, Visitors visitors) {
        this.screens = screens;
        this.answer = answer;
        this.flash = flash;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 20) String state,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        RequestsScreen screen =
                screens.fresh(visitors.of(request, who), RequestState.asked(state), page, flash.of(request));
        return flash.told(request, page("requests", HttpStatus.OK, screen));
    }

    /** The list, unless it looks as it did; without JavaScript, the page itself. */
    @Get("/now")
    HttpResponse<?> now(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 20) String state,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String seen) {
        if (!Fragment.isAsked(request)) {
            return back();
        }
        RequestsScreen screen =
                screens.fresh(visitors.of(request, who), RequestState.asked(state), page, java.util.Optional.empty());
        return screen.fingerprint().equals(seen)
                ? HttpResponse.noContent()
                : page("requestslive", HttpStatus.OK, screen);
    }

    @Post("/{id}/accept")
    @Secured("finance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        String reason = fields.text("reason").strip();
        return answered(request, who, id, reason, "accepted", () -> {
            REASON.checked("reason", reason);
            answer.accept(id, who.getName(), reason.isEmpty() ? null : reason);
        });
    }

    @Post("/{id}/refuse")
    @Secured("finance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        String reason = fields.text("reason").strip();
        return answered(
                request,
                who,
                id,
                reason,
                "refused",
                () -> answer.refuse(id, who.getName(), REASON.required("reason", reason)));
    }

    /** The address of a page whose form was refused, opened again. */
    @Get("/{id}/accept")
    HttpResponse<?> afterAccepting(UUID id) {
        return back();
    }

    @Get("/{id}/refuse")
    HttpResponse<?> afterRefusing(UUID id) {
        return back();
    }

    private HttpResponse<?> answered(
            HttpRequest<?> request, Authentication who, UUID id, String reason, String what, Runnable work) {
        try {
            work.run();
            return flash.seeOther(request, "/requests", what);
        } catch (Problem refusal) {
            RequestsScreen screen = screens.refused(visitors.of(request, who), id, reason, refusal);
            return page("requests", refusal.status(), screen);
        }
    }

    private static HttpResponse<?> back() {
        return HttpResponse.seeOther(URI.create("/requests"));
    }

    private static MutableHttpResponse<?> page(String template, HttpStatus status, RequestsScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>(template, Map.of("screen", screen)));
    }
}
