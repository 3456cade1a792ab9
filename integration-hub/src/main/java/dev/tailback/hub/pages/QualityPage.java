package dev.tailback.hub.pages;

import dev.tailback.hub.api.CrmsApi;
import dev.tailback.hub.api.QualityApi;
import dev.tailback.web.input.OneLine;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.constraints.Min;
import java.util.List;

/** How good the values of each CRM are, what became of them in the last days, and which of them a rule refuses. */
@Controller("/quality")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class QualityPage {

    private final QualityApi quality;
    private final CrmsApi crms;
    private final Called called;

    QualityPage(QualityApi quality, CrmsApi crms, Called called) {
        this.quality = quality;
        this.crms = crms;
        this.called = called;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        List<ScoredCrm> scored = crms.all().stream()
                .map(CrmsApi.CrmView::crm)
                .map(crm -> ScoredCrm.of(crm, quality.scores(crm, ScoredCrm.DAYS)))
                .toList();
        return Answer.show("quality", Visit.of(request, who), new QualityScreen(scored, called));
    }

    @Get("/refused")
    HttpResponse<?> refused(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue @OneLine(max = 60) String crm,
            @QueryValue @OneLine(max = 60) String entity,
            @QueryValue @OneLine(max = 60) String attribute,
            @QueryValue(defaultValue = "0") @Min(0) long after) {
        Visit visit = Visit.of(request, who);
        return Answer.show(
                "refused",
                visit,
                new RefusedScreen(crm, entity, attribute, quality.refused(crm, entity, attribute, after), called));
    }
}
