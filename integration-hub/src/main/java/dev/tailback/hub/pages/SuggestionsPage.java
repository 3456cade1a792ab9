package dev.tailback.hub.pages;

import dev.tailback.hub.api.SuggestionsApi;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Optional;

/** Which fields of a CRM may stand for what is not mapped; what a person chooses goes into the form of the mapping. */
@Controller("/crms/{crm}/suggestions")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionsPage {

    private final SuggestionsApi suggestions;
    private final CrmScreens screens;
    private final Called called;

    SuggestionsPage(SuggestionsApi suggestions, CrmScreens screens, Called called) {
        this.suggestions = suggestions;
        this.screens = screens;
        this.called = called;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @OneLine(max = 60) String crm,
            @Nullable @QueryValue @OneLine(max = 100) String object) {
        return page(Visit.of(request, who), crm, object);
    }

    private HttpResponse<?> page(Visit visit, String crm, @Nullable String object) {
        return Answer.show(
                "suggestions",
                visit,
                new SuggestionsScreen(
                        crm, Optional.ofNullable(object).orElse(""), suggestions.of(crm, object), called));
    }

    /** Nothing is kept: the file stands in the form of the mapping, to be looked at and switched on there. */
    @Post
    HttpResponse<?> choose(HttpRequest<?> request, Authentication who, @OneLine(max = 60) String crm, @Body Form form) {
        Visit visit = Visit.of(request, who);
        try {
            String yaml = suggestions.accept(crm, Chosen.of(form), who).yaml();
            return Answer.show("crm", visit, screens.of(crm).holding(yaml, ""));
        } catch (Problem refusal) {
            return page(visit.refused(refusal, form), crm, form.text("object"));
        }
    }
}
