package dev.tailback.hub.pages;

import dev.tailback.hub.api.AcceptDriftApi;
import dev.tailback.hub.api.DriftApi;
import dev.tailback.hub.api.LookAtSchemaApi;
import dev.tailback.hub.api.MappingApi;
import dev.tailback.hub.api.RulesApi;
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
import java.util.Optional;

/** One CRM: its mapping, and what of its schema is otherwise than the mapping expects. */
@Controller("/crms/{crm}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class CrmPage {

    private final MappingApi mappings;
    private final DriftApi drift;
    private final AcceptDriftApi accept;
    private final LookAtSchemaApi look;

    CrmPage(MappingApi mappings, DriftApi drift, AcceptDriftApi accept, LookAtSchemaApi look) {
        this.look = look;
        this.mappings = mappings;
        this.drift = drift;
        this.accept = accept;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm) {
        return page(Visit.of(request, who), crm);
    }

    private HttpResponse<?> page(Visit visit, String crm) {
        RulesApi.FileView inForce = mappings.mapping(crm);
        String typed = visit.typed("yaml");
        String text = typed.isBlank() ? inForce.yaml() : typed;
        return Answer.show("crm", visit, new CrmScreen(crm, inForce, text, "", Optional.empty(), drift.of(crm)));
    }

    /** The file is kept as a version and maps nothing; it stays on the page, with what it would change. */
    @Post("/mapping/preview")
    @Secured("admin")
    HttpResponse<?> preview(
            HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Visit visit = Visit.of(request, who);
        try {
            MappingApi.PreviewView touched =
                    mappings.preview(crm, Typed.of(form).text("yaml").body(), who);
            CrmScreen screen = new CrmScreen(
                    crm,
                    mappings.mapping(crm),
                    form.text("yaml"),
                    form.text("note"),
                    Optional.of(touched),
                    drift.of(crm));
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
