package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage;
import dev.tailback.app.ads.CancelAd;
import dev.tailback.app.layout.Visitors;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Fragment;
import dev.tailback.web.input.OneLine;
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
    private final SaveCorrection saveCorrection;
    private final CancelAd cancelAd;
    private final FlashMessage flash;
    private final Visitors visitors;

    AdPages(
            AdScreens screens,
            SaveCorrection saveCorrection,
            CancelAd cancelAd,
            FlashMessage flash,
            Visitors visitors) {
        this.screens = screens;
        this.saveCorrection = saveCorrection;
        this.cancelAd = cancelAd;
        this.flash = flash;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, UUID id) {
        AdScreen screen = screens.fresh(visitors.of(request, who), id, flash.of(request));
        return flash.told(request, page(HttpStatus.OK, screen));
    }

    /** The part of the page that changes, unless it looks as it did; without JavaScript, the page itself. */
    @Get("/now")
    HttpResponse<?> now(
            HttpRequest<?> request,
            Authentication who,
            UUID id,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String seen,
            @QueryValue(defaultValue = "") @OneLine(max = 5) String closes) {
        if (!Fragment.isAsked(request)) {
            return back(id);
        }
        return screens.looksAs(id, seen, closes.equals("true"))
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>(
                        "adnow",
                        Map.of("screen", screens.fresh(visitors.of(request, who), id, java.util.Optional.empty()))));
    }

    @Post
    @Secured({"service", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        SaveCorrection.Saved saved = saveCorrection.save(id, AdForm.of(fields), Basis.of(fields), who.getName());
        return saved.refusal()
                .<HttpResponse<?>>map(
                        refusal -> page(refusal.status(), screens.refused(visitors.of(request, who), id, saved)))
                .orElseGet(() -> flash.seeOther(request, "/ads/" + id, saved.merged() ? "merged" : "corrected"));
    }

    @Post("/cancel")
    @Secured({"service", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        AdForm form = AdForm.of(fields);
        try {
            String reason = form.reason().isBlank() ? null : form.reason().strip();
            cancelAd.cancel(id, form.version(), who.getName(), reason);
            return flash.seeOther(request, "/ads/" + id, "cancelled");
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(visitors.of(request, who), id, refusal));
        }
    }

    /** The address of a page whose form was refused, opened again. */
    @Get("/cancel")
    HttpResponse<?> afterCancel(UUID id) {
        return back(id);
    }

    static HttpResponse<?> back(UUID id) {
        return HttpResponse.seeOther(URI.create("/ads/" + id));
    }

    static MutableHttpResponse<?> page(HttpStatus status, AdScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("ad", Map.of("screen", screen)));
    }
}
