package dev.tailback.hub.pages;

import dev.tailback.hub.api.CrmsApi;
import dev.tailback.hub.api.RefusedApi;
import dev.tailback.hub.api.StateApi;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/** Where people begin: how it stands with each CRM, what waits, and what was refused. */
@Controller
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class StartPage {

    private final CrmsApi crms;
    private final RefusedApi refused;
    private final StateApi state;

    StartPage(CrmsApi crms, RefusedApi refused, StateApi state) {
        this.crms = crms;
        this.refused = refused;
        this.state = state;
    }

    @Get("/")
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(Visit.of(request, who));
    }

    private HttpResponse<?> page(Visit visit) {
        return Answer.show("start", visit, new StartScreen(state.state(), crms.all(), refused.causes()));
    }

    @Post("/crms/{crm}/pause")
    @Secured("operator")
    HttpResponse<?> pause(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Runnable act = () -> crms.pause(crm, Typed.of(form).body(), who);
        return Answer.act(Visit.of(request, who), form, act, "/", this::page);
    }

    @Post("/crms/{crm}/resume")
    @Secured("operator")
    HttpResponse<?> resume(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Runnable act = () -> crms.resume(crm, Typed.of(form).body(), who);
        return Answer.act(Visit.of(request, who), form, act, "/", this::page);
    }

    @Post("/refused/retry")
    @Secured("operator")
    HttpResponse<?> retry(HttpRequest<?> request, Authentication who, @Body Form form) {
        Runnable act =
                () -> refused.retry(Typed.of(form).text("crm").text("code").body(), who);
        return Answer.act(Visit.of(request, who), form, act, "/", this::page);
    }
}
