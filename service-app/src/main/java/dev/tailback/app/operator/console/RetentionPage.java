package dev.tailback.app.operator.console;

import dev.tailback.app.operator.retention.DeleteSpent;
import dev.tailback.app.operator.retention.DeletionAnswer;
import dev.tailback.app.operator.retention.DeletionRequest;
import dev.tailback.app.operator.retention.RetentionReading;
import dev.tailback.web.input.Form;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What is kept, and how long; and the deletion of what is spent, counted first. */
@Hidden
@Controller("/console/retention")
@Produces(MediaType.TEXT_HTML)
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class RetentionPage {

    private final Desk desk;
    private final RetentionReading reading;
    private final DeleteSpent deletion;

    RetentionPage(Desk desk, RetentionReading reading, DeleteSpent deletion) {
        this.desk = desk;
        this.reading = reading;
        this.deletion = deletion;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who) {
        return page(HttpStatus.OK, RetentionScreen.untouched(desk.seat(request, who), reading.now()));
    }

    /** Counts, or deletes: the button says which. */
    @Post("/delete")
    @Secured("operator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(HttpRequest<?> request, Authentication who, @Body Form fields) {
        Seat seat = desk.seat(request, who);
        try {
            DeletionAnswer answer = deletion.delete(DeletionRequest.typed(fields), who.getName());
            return answer.operation().isPresent() && answer.remaining() == 0
                    ? HttpResponse.seeOther(URI.create(
                            "/console/operations/" + answer.operation().get()))
                    : page(HttpStatus.OK, RetentionScreen.of(seat, reading.now(), Optional.of(answer), fields));
        } catch (Problem refusal) {
            return page(
                    refusal.status(),
                    RetentionScreen.of(seat.refused(refusal), reading.now(), Optional.empty(), fields));
        }
    }

    private static HttpResponse<?> page(HttpStatus status, RetentionScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("console/retention", Map.of("screen", screen)));
    }
}
