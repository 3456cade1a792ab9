package dev.tailback.hub.pages;

import dev.tailback.hub.api.AcceptDriftApi;
import dev.tailback.hub.api.LookAtSchemaApi;
import dev.tailback.hub.api.MappingApi;
import dev.tailback.hub.api.TryMappingApi;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One CRM: its mapping, and what of its schema is otherwise than the mapping expects. */
@Controller("/crms/{crm}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class CrmPage {

    private final CrmScreens screens;
    private final MappingApi mappings;
    private final TryMappingApi tries;
    private final AcceptDriftApi accept;
    private final LookAtSchemaApi look;

    CrmPage(CrmScreens screens, MappingApi mappings, TryMappingApi tries, AcceptDriftApi accept, LookAtSchemaApi look) {
        this.screens = screens;
        this.mappings = mappings;
        this.tries = tries;
        this.accept = accept;
        this.look = look;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm) {
        return page(Visit.of(request, who), crm);
    }

    private HttpResponse<?> page(Visit visit, String crm) {
        CrmScreen screen = screens.of(crm);
        String typed = visit.typed("yaml");
        return Answer.show("crm", visit, typed.isBlank() ? screen : screen.holding(typed, ""));
    }

    /** The file is kept as a version and maps nothing; it stays on the page, with what it would change. */
    @Post("/mapping/preview")
    @Secured("admin")
    HttpResponse<?> preview(
            HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        return shown(request, who, crm, form, () -> {
            MappingApi.PreviewView changes =
                    mappings.preview(crm, Typed.of(form).text("yaml").body(), who);
            return screen -> screen.with(changes);
        });
    }

    /** One record is read as the file says, and nothing is written or kept. */
    @Post("/mapping/dry-run")
    @Secured("admin")
    HttpResponse<?> tryOn(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        return shown(request, who, crm, form, () -> {
            Typed asked = Typed.of(form).text("yaml").text("object").text("record");
            TryMappingApi.TriedView tried = tries.read(crm, asked.body(), who);
            return screen -> screen.with(tried);
        });
    }

    /** @param sight of something else comes first; then the page is read, and shows it as well */
    private HttpResponse<?> shown(
            HttpRequest<?> request,
            Authentication who,
            String crm,
            Form form,
            Supplier<UnaryOperator<CrmScreen>> sight) {
        Visit visit = Visit.of(request, who);
        try {
            UnaryOperator<CrmScreen> seen = sight.get();
            CrmScreen screen = seen.apply(screens.of(crm)).holding(form.text("yaml"), form.text("note"));
            return Answer.show("crm", visit, screen);
        } catch (Problem refusal) {
            return page(visit.refused(refusal, form), crm);
        }
    }

    /** Only instead of the version that the page showed: nobody undoes unseen what somebody else has just done. */
    @Post("/mapping")
    @Secured("admin")
    HttpResponse<?> put(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed file = Typed.of(form).text("yaml").number("instead");
        return act(request, who, crm, form, () -> mappings.switchOn(crm, file.body(), who));
    }

    @Post("/mapping/put-back")
    @Secured("admin")
    HttpResponse<?> putBack(
            HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed version = Typed.of(form).number("version");
        return act(request, who, crm, form, () -> mappings.putBack(crm, version.body(), who));
    }

    /** A suggested new name. */
    @Post("/drift/accept")
    @Secured("admin")
    HttpResponse<?> accept(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed chosen = Typed.of(form).text("object").text("attribute").text("field");
        return act(request, who, crm, form, () -> accept.accept(crm, chosen.body(), who));
    }

    @Post("/drift/look")
    @Secured("operator")
    HttpResponse<?> look(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        return act(request, who, crm, form, () -> look.look(crm, Typed.of(form).body(), who));
    }

    /** A field of another type. */
    @Post("/drift/accept-type")
    @Secured("admin")
    HttpResponse<?> acceptType(
            HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed field = Typed.of(form).text("object").text("field");
        return act(request, who, crm, form, () -> accept.acceptType(crm, field.body(), who));
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, String crm, Form form, Runnable act) {
        Visit visit = Visit.of(request, who);
        return Answer.act(visit, form, act, "/crms/" + visit.texts().inAddress(crm), told -> page(told, crm));
    }
}
