package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.ads.CancelAd;
import dev.tailback.app.ads.CorrectAd;
import dev.tailback.app.input.Form;
import dev.tailback.app.input.OneLine;
import dev.tailback.app.layout.Fingerprint;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.problems.Problem;
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
import java.util.UUID;

/** The page of one ad: why its entries are where they are, and what a person can do about it. */
@Hidden
@Controller("/ads/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdPages {

    private final AdScreens screens;
    private final CorrectAd correctAd;
    private final CancelAd cancelAd;
    private final Visitors visitors;

    AdPages(AdScreens screens, CorrectAd correctAd, CancelAd cancelAd, Visitors visitors) {
        this.screens = screens;
        this.correctAd = correctAd;
        this.cancelAd = cancelAd;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            UUID id,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String done) {
        return page(HttpStatus.OK, screens.fresh(visitors.of(request, who), id, ResultMessage.of(done)));
    }

    /** The entries, unless they look as they did. */
    @Get("/entries")
    HttpResponse<?> entries(
            HttpRequest<?> request,
            Authentication who,
            UUID id,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String seen) {
        AdView ad = screens.ad(id);
        String now = Fingerprint.of(ad);
        Visitor visitor = visitors.of(request, who);
        return now.equals(seen)
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>(
                        "entries", Map.of("ad", ad, "visitor", visitor, "fingerprint", now, "announced", true)));
    }

    @Post
    @Secured({"service", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        AdForm form = AdForm.of(fields);
        try {
            String contractId = screens.ad(id).contractId();
            correctAd.correct(id, form.correction(contractId), form.version(), who.getName());
            return done(id, "corrected");
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(visitors.of(request, who), id, form, refusal));
        }
    }

    @Post("/cancel")
    @Secured({"service", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        AdForm form = AdForm.of(fields);
        try {
            String reason = form.reason().isBlank() ? null : form.reason().strip();
            cancelAd.cancel(id, form.version(), who.getName(), reason);
            return done(id, "cancelled");
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(visitors.of(request, who), id, form, refusal));
        }
    }

    static HttpResponse<?> done(UUID id, String what) {
        return HttpResponse.seeOther(URI.create("/ads/" + id + "?done=" + what));
    }

    static HttpResponse<?> page(HttpStatus status, AdScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("ad", Map.of("screen", screen)));
    }
}
