package dev.tailback.app.pages;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.pages.ContractPicker.Found;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where a new ad begins without a contract at hand: one field finds it, with suggestions while one types. */
@Hidden
@Controller("/ads/new")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class NewAdPage {

    private final ContractPicker picker;
    private final SyncReading sync;
    private final Visitors visitors;

    NewAdPage(ContractPicker picker, SyncReading sync, Visitors visitors) {
        this.picker = picker;
        this.sync = sync;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contract) {
        Found found = picker.find(contract.strip());
        NewAdScreen screen = new NewAdScreen(
                visitors.of(request, who),
                SyncBanner.of(sync.now()),
                contract.strip(),
                found.choices(),
                found.trouble());
        return HttpResponse.ok(new ModelAndView<>("newad", Map.of("screen", screen)));
    }

    /** Only the contracts that match, for the suggestions. */
    @Get("/contracts")
    HttpResponse<?> suggestions(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 255) String contract) {
        return HttpResponse.ok(new ModelAndView<>(
                "choices",
                Map.of(
                        "choices", picker.find(contract.strip()).choices(),
                        "texts", visitors.of(request, who).texts())));
    }
}
