package dev.tailback.hub.pages;

import dev.tailback.hub.api.DriftApi;
import dev.tailback.hub.api.MappingApi;
import dev.tailback.hub.api.RulesApi;
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

/** One CRM: its mapping, and what of its schema is otherwise than the mapping expects. */
@Controller("/crms/{crm}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class CrmPage {

    private final MappingApi mappings;
    private final DriftApi drift;
    private final RenamedField renamed;

    CrmPage(MappingApi mappings, DriftApi drift, RenamedField renamed) {
        this.mappings = mappings;
        this.drift = drift;
        this.renamed = renamed;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm) {
        return page(Visit.of(request, who), crm);
    }

    private HttpResponse<?> page(Visit visit, String crm) {
        RulesApi.FileView inForce = mappings.mapping(crm);
        String typed = visit.typed("yaml");
        CrmScreen screen = new CrmScreen(crm, inForce, typed.isBlank() ? inForce.yaml() : typed, drift.of(crm));
        return Answer.show("crm", visit, screen);
    }

    @Post("/mapping")
    @Secured("admin")
    HttpResponse<?> put(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed file = Typed.of(form).text("yaml");
        return act(request, who, crm, form, () -> mappings.switchOn(crm, file.body(), who));
    }

    @Post("/mapping/put-back")
    @Secured("admin")
    HttpResponse<?> putBack(
            HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Typed version = Typed.of(form).number("version");
        return act(request, who, crm, form, () -> mappings.putBack(crm, version.body(), who));
    }

    /** A suggestion of the drift becomes a mapping like any other: compared, kept, switched on, and put back. */
    @Post("/mapping/rename")
    @Secured("admin")
    HttpResponse<?> rename(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        return act(request, who, crm, form, () -> {
            String yaml =
                    renamed.yaml(mappings.mapping(crm).yaml(), drift.of(crm).suggestions(), form);
            mappings.switchOn(crm, Typed.of(form).text("yaml", yaml).body(), who);
        });
    }

    private HttpResponse<?> act(HttpRequest<?> request, Authentication who, String crm, Form form, Runnable act) {
        Visit visit = Visit.of(request, who);
        return Answer.act(visit, form, act, "/crms/" + visit.texts().inAddress(crm), told -> page(told, crm));
    }
}
