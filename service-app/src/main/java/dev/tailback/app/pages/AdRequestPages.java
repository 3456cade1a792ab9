package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.requests.AnswerRequest;
import dev.tailback.app.requests.AskCorrection;
import dev.tailback.app.requests.AskedCorrection;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.problems.Problem;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;

/** Staff ask finance to change an entry that is locked, and may take that back. */
@Hidden
@Controller("/ads/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdRequestPages {

    private final AdScreens screens;
    private final AskCorrection ask;
    private final AnswerRequest answer;
    private final FlashMessage flash;
    private final Visitors visitors;

    AdRequestPages(AdScreens screens, AskCorrection ask, AnswerRequest answer, FlashMessage flash, Visitors visitors) {
        this.screens = screens;
        this.ask = ask;
        this.answer = answer;
        this.flash = flash;
        this.visitors = visitors;
    }

    @Post("/entries/{entryId}/request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Authentication who, UUID id, UUID entryId, @Body Form fields) {
        return action(request, who, id, "asked", () -> {
            screens.requireEntryOf(id, entryId);
            ask.ask(asked(entryId, fields), who.getName());
        });
    }

    @Post("/requests/{requestId}/take-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(HttpRequest<?> request, Authentication who, UUID id, UUID requestId, @Body Form fields) {
        return action(request, who, id, "taken-back", () -> {
            screens.requireRequestOf(id, requestId);
            answer.takeBack(requestId, who.getName(), null);
        });
    }

    /** The address of a page whose form was refused, opened again. */
    @Get("/entries/{entryId}/request")
    HttpResponse<?> afterAsking(UUID id, UUID entryId) {
        return AdPages.back(id);
    }

    @Get("/requests/{requestId}/take-back")
    HttpResponse<?> afterTakingBack(UUID id, UUID requestId) {
        return AdPages.back(id);
    }

    // The same reader as for the API, so that both take and refuse the same.
    private static AskedCorrection asked(UUID entryId, Form fields) {
        return AskedCorrection.of(new JsonBody(new Json.Fields(Map.of(
                "entryId", new Json.Text(entryId.toString()),
                "units", AdForm.number(fields.text("units").strip()),
                "reason", new Json.Text(fields.text("reason"))))));
    }

    private HttpResponse<?> action(HttpRequest<?> request, Authentication who, UUID id, String what, Runnable action) {
        try {
            action.run();
            return flash.seeOther(request, "/ads/" + id, what);
        } catch (Problem refusal) {
            return AdPages.page(refusal.status(), screens.refused(visitors.of(request, who), id, refusal));
        }
    }
}
