package dev.tailback.hub.pages;

import dev.tailback.hub.api.CandidatesApi;
import dev.tailback.hub.api.GoneApi;
import dev.tailback.hub.api.MergesApi;
import dev.tailback.hub.api.RecordActsApi;
import dev.tailback.web.input.Form;
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
import java.util.UUID;

/** What waits for a steward: pairs to judge and values to choose; and the merges that can be undone. */
@Controller("/inbox")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class InboxPage {

    private static final String HERE = "/inbox";

    private final CandidatesApi pairs;
    private final MergesApi merges;
    private final RecordActsApi acts;
    private final GoneApi gone;
    private final InboxLists lists;

    InboxPage(CandidatesApi pairs, MergesApi merges, RecordActsApi acts, GoneApi gone, InboxLists lists) {
        this.pairs = pairs;
        this.merges = merges;
        this.acts = acts;
        this.gone = gone;
        this.lists = lists;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(Visit.of(request, who));
    }

    private HttpResponse<?> page(Visit visit) {
        return Answer.show("inbox", visit, lists.now());
    }

    @Post("/pairs/{id}")
    @Secured("operator")
    HttpResponse<?> judge(HttpRequest<?> request, Authentication who, long id, @Body Form form) {
        return act(
                request,
                who,
                form,
                () -> pairs.judge(id, Typed.of(form).flag("same").body(), who));
    }

    @Post("/merges/{id}/undo")
    @Secured("operator")
    HttpResponse<?> undo(HttpRequest<?> request, Authentication who, long id, @Body Form form) {
        return act(request, who, form, () -> merges.undo(id, Typed.of(form).body(), who));
    }

    /** The chosen value is locked: it holds above the rule that asked. */
    @Post("/questions/{golden}")
    @Secured("operator")
    HttpResponse<?> choose(HttpRequest<?> request, Authentication who, UUID golden, @Body Form form) {
        Typed chosen = Typed.of(form).text("attribute").text("value");
        return act(request, who, form, () -> acts.lock(golden, chosen.body(), who));
    }

    /** It is right that a CRM has this record no more. */
    @Post("/gone/{id}")
    @Secured("operator")
    HttpResponse<?> leave(HttpRequest<?> request, Authentication who, long id, @Body Form form) {
        return act(request, who, form, () -> gone.leave(id, Typed.of(form).body(), who));
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, Form form, Runnable act) {
        return Answer.act(Visit.of(request, who), form, act, HERE, this::page);
    }
}
