package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.app.ads.PlaceAd;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Fragment;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The page of one contract: what is left of it, its ads and where they stand, and the form for a new one. */
@Hidden
@Controller("/contracts/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ContractPage {

    private final ContractScreens screens;
    private final PlaceAd placeAd;
    private final Visitors visitors;

    ContractPage(ContractScreens screens, PlaceAd placeAd, Visitors visitors) {
        this.screens = screens;
        this.placeAd = placeAd;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @OneLine(max = 255) String id,
            @QueryValue @Nullable UUID copy,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String saved,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        Visitor visitor = visitors.of(request, who);
        return page(
                HttpStatus.OK,
                copy == null
                        ? screens.fresh(visitor, id, page, Reference.orEmpty(saved))
                        : screens.copied(visitor, id, copy));
    }

    /** The address of a form that was refused leads back to the page of the form. */
    @Get("/ads")
    HttpResponse<?> back(@OneLine(max = 255) String id) {
        return HttpResponse.seeOther(SalesforceId.of(id)
                .map(contractId -> URI.create("/contracts/" + contractId))
                .orElseGet(
                        () -> UriBuilder.of("/contracts").queryParam("id", id).build()));
    }

    @Post("/ads")
    @Secured({"service", "operator"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, Authentication who, @OneLine(max = 255) String id, @Body Form fields) {
        AdForm form = AdForm.of(fields);
        try {
            AdView ad = placeAd.place(form.newAd(id), who.getName(), form.key());
            return HttpResponse.seeOther(URI.create("/contracts/" + ad.contractId() + "?saved=" + ad.reference()));
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(visitors.of(request, who), id, form, refusal));
        }
    }

    /**
     * The part of the page that changes, unless its ads look as they did and the contract closes as it did; then the
     * contract is read again as well. Without JavaScript, the page itself.
     */
    @Get("/now")
    HttpResponse<?> now(
            HttpRequest<?> request,
            Authentication who,
            @OneLine(max = 255) String id,
            @QueryValue(defaultValue = "") @OneLine(max = 200) String seen,
            @QueryValue(defaultValue = "") @OneLine(max = 5) String closes,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        if (!Fragment.isAsked(request)) {
            return back(id);
        }
        return screens.looksAs(id, page, seen, closes.equals("true"))
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>(
                        "contractlive", Map.of("screen", screens.fresh(visitors.of(request, who), id, page, ""))));
    }

    private static HttpResponse<?> page(HttpStatus status, ContractScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("contract", Map.of("screen", screen)));
    }
}
