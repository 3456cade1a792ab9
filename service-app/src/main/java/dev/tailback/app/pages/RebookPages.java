package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage;
import dev.tailback.app.ads.CorrectAd;
import dev.tailback.app.layout.Visitors;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
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
import java.util.Map;
import java.util.UUID;

/** An ad moves to another contract: its entries are cancelled, and new ones take their places there. */
@Hidden
@Controller("/ads/{id}/rebook")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RebookPages {

    private final RebookScreens screens;
    private final AdScreens ads;
    private final CorrectAd correctAd;
    private final FlashMessage flash;
    private final Visitors visitors;

    RebookPages(RebookScreens screens, AdScreens ads, CorrectAd correctAd, FlashMessage flash, Visitors visitors) {
        this.screens = screens;
        this.ads = ads;
        this.correctAd = correctAd;
        this.flash = flash;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            UUID id,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String find,
            @QueryValue(defaultValue = "") @OneLine(max = 18) String contract) {
        RebookScreens.Search search = new RebookScreens.Search(find.strip(), contract.strip());
        return page(HttpStatus.OK, screens.fresh(visitors.of(request, who), id, search));
    }

    /** Only the contracts that match, for the suggestions. */
    @Get("/contracts")
    HttpResponse<?> suggestions(
            HttpRequest<?> request,
            Authentication who,
            UUID id,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contract) {
        return HttpResponse.ok(new ModelAndView<>(
                "choices",
                Map.of(
                        "choices",
                        screens.suggestions(id, contract.strip()),
                        "texts",
                        visitors.of(request, who).texts(),
                        "forAd",
                        id.toString())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rebook(HttpRequest<?> request, Authentication who, UUID id, @Body Form fields) {
        AdForm typed = AdForm.of(fields);
        String contractId = fields.text("contract").strip();
        AdForm moved = AdForm.of(ads.ad(id)).booking(typed.rows()).because(typed.reason());
        try {
            correctAd.correct(id, moved.correction(contractId), typed.version(), who.getName());
            return flash.seeOther(request, "/ads/" + id, "rebooked");
        } catch (Problem refusal) {
            RebookScreen screen = screens.refused(visitors.of(request, who), id, contractId, moved, refusal);
            return page(refusal.status(), screen);
        }
    }

    private static HttpResponse<?> page(HttpStatus status, RebookScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("rebook", Map.of("screen", screen)));
    }
}
