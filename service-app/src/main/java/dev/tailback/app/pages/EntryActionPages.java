package dev.tailback.app.pages;

import dev.tailback.app.access.FlashMessage;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.rejected.RetryEntry;
import dev.tailback.app.rejected.RevertEntry;
import dev.tailback.web.input.Form;
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
import java.util.UUID;

/** What a person can do about a rejected entry. */
@Hidden
@Controller("/ads/{id}/entries/{entryId}")
@Produces(MediaType.TEXT_HTML)
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class EntryActionPages {

    private final AdScreens screens;
    private final RetryEntry retryEntry;
    private final RevertEntry revertEntry;
    private final FlashMessage flash;
    private final Visitors visitors;

    EntryActionPages(
            AdScreens screens, RetryEntry retryEntry, RevertEntry revertEntry, FlashMessage flash, Visitors visitors) {
        this.screens = screens;
        this.retryEntry = retryEntry;
        this.revertEntry = revertEntry;
        this.flash = flash;
        this.visitors = visitors;
    }

    @Post("/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> retry(HttpRequest<?> request, Authentication who, UUID id, UUID entryId, @Body Form fields) {
        return action(
                request,
                who,
                id,
                entryId,
                "retried",
                () -> retryEntry.retry(entryId, Reason.by(who, fields.text("reason"))));
    }

    @Post("/revert")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revert(HttpRequest<?> request, Authentication who, UUID id, UUID entryId, @Body Form fields) {
        return action(
                request,
                who,
                id,
                entryId,
                "reverted",
                () -> revertEntry.revert(entryId, Reason.by(who, fields.text("reason"))));
    }

    /** The address of a page whose action was refused, opened again. */
    @Get("/retry")
    HttpResponse<?> afterRetry(UUID id, UUID entryId) {
        return AdPages.back(id);
    }

    @Get("/revert")
    HttpResponse<?> afterRevert(UUID id, UUID entryId) {
        return AdPages.back(id);
    }

    private HttpResponse<?> action(
            HttpRequest<?> request, Authentication who, UUID id, UUID entryId, String what, Runnable action) {
        try {
            screens.requireEntryOf(id, entryId);
            action.run();
            return flash.seeOther(request, "/ads/" + id, what);
        } catch (Problem refusal) {
            return AdPages.page(refusal.status(), screens.refused(visitors.of(request, who), id, refusal));
        }
    }
}
