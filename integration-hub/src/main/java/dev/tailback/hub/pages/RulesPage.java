package dev.tailback.hub.pages;

import dev.tailback.hub.api.RulesApi;
import dev.tailback.web.input.Form;
import dev.tailback.web.problems.Problem;
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
import java.util.Optional;

/** The rules that decide between CRMs: read, edited, previewed, switched on, put back. */
@Controller("/rules")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RulesPage {

    private static final String HERE = "/rules";

    private final RulesApi rules;

    RulesPage(RulesApi rules) {
        this.rules = rules;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(Visit.of(request, who));
    }

    private HttpResponse<?> page(Visit visit) {
        RulesApi.FileView inForce = rules.rules();
        String text = visit.typed().map(form -> form.text("yaml")).orElse(inForce.yaml());
        return Answer.show("rules", visit, new RulesScreen(inForce, text, "", Optional.empty()));
    }

    /** The file is kept as a version and decides nothing; it stays on the page, with what it would change. */
    @Post("/preview")
    @Secured("admin")
    HttpResponse<?> preview(HttpRequest<?> request, Authentication who, @Body Form form) {
        Visit visit = Visit.of(request, who);
        try {
            RulesApi.PreviewView counted =
                    rules.preview(Typed.of(form).text("yaml").body(), who);
            RulesScreen screen =
                    new RulesScreen(rules.rules(), form.text("yaml"), form.text("note"), Optional.of(counted));
            return Answer.show("rules", visit, screen);
        } catch (Problem refusal) {
            return page(visit.refused(refusal, form));
        }
    }

    /** Only instead of the version that the page showed: nobody undoes unseen what somebody else has just done. */
    @Post
    @Secured("admin")
    HttpResponse<?> switchOn(HttpRequest<?> request, Authentication who, @Body Form form) {
        Typed file = Typed.of(form).text("yaml").number("instead");
        return act(request, who, form, () -> rules.switchOn(file.body(), who));
    }

    @Post("/put-back")
    @Secured("admin")
    HttpResponse<?> putBack(HttpRequest<?> request, Authentication who, @Body Form form) {
        return act(
                request,
                who,
                form,
                () -> rules.putBack(Typed.of(form).number("version").body(), who));
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, Form form, Runnable act) {
        return Answer.act(Visit.of(request, who), form, act, HERE, this::page);
    }
}
