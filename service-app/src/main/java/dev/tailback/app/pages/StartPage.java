package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractListView;
import dev.tailback.app.contracts.ReadContracts;
import dev.tailback.app.contracts.SeenContracts;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.salesforce.Reading;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.texts.Texts;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where staff begin: they look for a contract. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class StartPage {

    private final ReadContracts contracts;
    private final SeenContracts seenContracts;
    private final SyncReading sync;
    private final Visitors visitors;

    StartPage(ReadContracts contracts, SeenContracts seenContracts, SyncReading sync, Visitors visitors) {
        this.contracts = contracts;
        this.seenContracts = seenContracts;
        this.sync = sync;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String customer,
            @QueryValue(defaultValue = "") @OneLine(max = 30) String number,
            @QueryValue(defaultValue = "0") @Min(0) @Max(100) int page) {
        return screen(visitors.of(request, who), customer.strip(), number.strip(), page, "");
    }

    /** A contract by its id, for those who have it from Salesforce's address line. */
    @Get("/contracts")
    HttpResponse<?> open(
            HttpRequest<?> request, Authentication who, @QueryValue(defaultValue = "") @OneLine(max = 255) String id) {
        return SalesforceId.of(id.strip())
                .<HttpResponse<?>>map(contractId -> HttpResponse.seeOther(URI.create("/contracts/" + contractId)))
                .orElseGet(() -> screen(visitors.of(request, who), "", "", 0, id.strip()));
    }

    @Get("/sync-banner")
    HttpResponse<?> banner(HttpRequest<?> request, @QueryValue(defaultValue = "") @OneLine(max = 100) String seen) {
        SyncBanner banner = SyncBanner.of(sync.now());
        return banner.fingerprint().equals(seen)
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>("banner", Map.of("banner", banner, "texts", Texts.of(request))));
    }

    private HttpResponse<?> screen(Visitor visitor, String customer, String number, int page, String noId) {
        Reading<ContractListView> reading = contracts.page(customer, number, page);
        Optional<SalesforceTrouble> trouble = SalesforceTrouble.in(reading);
        Optional<ContractListView> live = reading.fold(
                found -> Optional.of(found.value()),
                () -> Optional.empty(),
                refused -> Optional.empty(),
                unavailable -> Optional.empty());
        List<SeenContracts.Seen> seen = trouble.isPresent() ? seenContracts.search(customer, number) : List.of();
        StartScreen screen =
                new StartScreen(visitor, SyncBanner.of(sync.now()), customer, number, page, live, trouble, seen, noId);
        ModelAndView<?> view = new ModelAndView<>("start", Map.of("screen", screen));
        return noId.isEmpty() ? HttpResponse.ok(view) : HttpResponse.badRequest(view);
    }
}
