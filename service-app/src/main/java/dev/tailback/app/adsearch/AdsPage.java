package dev.tailback.app.adsearch;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Parameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** All ads over all contracts: search, filters, and for each ad whether it was reported, and if not, why. */
@Hidden
@Controller("/ads")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdsPage {

    private final SearchAds search;
    private final AdsFile file;
    private final FilterChoices choices;
    private final SyncReading sync;
    private final Visitors visitors;

    AdsPage(SearchAds search, AdsFile file, FilterChoices choices, SyncReading sync, Visitors visitors) {
        this.search = search;
        this.file = file;
        this.choices = choices;
        this.sync = sync;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, Parameters parameters) {
        AdQuery query = AdQuery.of(parameters);
        AdList list = list(query);
        Visitor visitor = visitors.of(request, who);
        AdsScreen screen =
                new AdsScreen(visitor, SyncBanner.of(sync.now()), list, choices.products(), choices.people());
        return HttpResponse.ok(new ModelAndView<>("ads", Map.of("screen", screen)));
    }

    /** The list, unless it looks as it did. */
    @Get("/list")
    HttpResponse<?> again(
            HttpRequest<?> request,
            Authentication who,
            Parameters parameters,
            @QueryValue(defaultValue = "") @OneLine(max = 200) String seen) {
        if (AdList.isUpToDate(seen, search.mark())) {
            return HttpResponse.noContent();
        }
        AdList list = list(AdQuery.of(parameters));
        return list.looksAs(seen)
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>(
                        "adlist", Map.of("list", list, "visitor", visitors.of(request, who), "everywhere", true)));
    }

    @Get("/csv")
    @Produces("text/csv")
    StreamedFile csv(Parameters parameters) {
        return file.of(AdQuery.of(parameters).search().filter());
    }

    private AdList list(AdQuery query) {
        String mark = search.mark();
        return new AdList("/ads", "/ads/list", query, search.page(query.search()), mark);
    }
}
