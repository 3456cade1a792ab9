package dev.tailback.app.operator.console;

import dev.tailback.app.entries.EntryReading;
import dev.tailback.app.entries.Selection;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.operator.operations.Reason;
import dev.tailback.app.operator.parked.RetryAnswer;
import dev.tailback.app.operator.parked.RetryParked;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.Paging;
import dev.tailback.web.input.WholeNumber;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Entries by state under a filter, one entry with its attempts, and the retry of exactly the parked ones found. */
@Hidden
@Controller("/console/entries")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class EntriesPage {

    private static final WholeNumber LIMIT = new WholeNumber(1, RetryParked.MOST);

    private final Desk desk;
    private final EntriesScreens screens;
    private final EntryReading reading;
    private final RetryParked retry;
    private final Clock clock;

    EntriesPage(Desk desk, EntriesScreens screens, EntryReading reading, RetryParked retry, Clock clock) {
        this.desk = desk;
        this.screens = screens;
        this.reading = reading;
        this.retry = retry;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        Asked asked = Asked.of(Form.inTheAddressOf(request));
        Seat seat = desk.seat(request, who);
        try {
            return page(HttpStatus.OK, screens.of(seat, asked, page));
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(seat, asked, refusal, "", "100"));
        }
    }

    @Get("/{id}")
    HttpResponse<?> one(HttpRequest<?> request, Authentication who, UUID id) {
        return HttpResponse.ok(new ModelAndView<>(
                "console/attempts", Map.of("seat", desk.seat(request, who), "entry", reading.get(id))));
    }

    /** Counts, or asks again: the button says which. */
    @Post("/retry")
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> retry(HttpRequest<?> request, Authentication who, @Body Form fields) {
        Seat seat = desk.seat(request, who);
        Asked asked = Asked.of(fields).with("Rejected");
        String reason = fields.text("reason");
        String typed = fields.text("limit").strip();
        try {
            int limit = LIMIT.required("limit", typed);
            Selection selection = asked.selection(clock);
            if (fields.text("action").equals("count")) {
                return page(HttpStatus.OK, screens.counted(seat, asked, retry.count(selection, limit), reason, typed));
            }
            RetryAnswer answer = retry.retry(selection, limit, new By(who.getName(), Reason.required(fields)));
            return answer.operation().isPresent() && answer.left().isEmpty()
                    ? HttpResponse.seeOther(URI.create(
                            "/console/operations/" + answer.operation().get()))
                    : page(HttpStatus.OK, screens.counted(seat, asked, answer, reason, typed));
        } catch (Problem refusal) {
            return page(refusal.status(), screens.refused(seat, asked, refusal, reason, typed));
        }
    }

    private static HttpResponse<?> page(HttpStatus status, EntriesScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("console/found", Map.of("screen", screen)));
    }
}
