package dev.tailback.app.administration;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
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
import java.util.Map;
import java.util.Optional;

/** All accounts, and the form for a new one. */
@Hidden
@Controller("/accounts")
@Produces(MediaType.TEXT_HTML)
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountsPage {

    private final AccountReading reading;
    private final AccountOrders orders;
    private final Visitors visitors;

    AccountsPage(AccountReading reading, AccountOrders orders, Visitors visitors) {
        this.reading = reading;
        this.orders = orders;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Authentication who,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String query,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return page(
                HttpStatus.OK,
                new AccountsScreen(
                        visitors.of(request, who),
                        query,
                        reading.page(query, page),
                        AccountForm.EMPTY,
                        "",
                        Optional.empty()));
    }

    /** The one-time password is on the page that answers, and nowhere else. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, Authentication who, @Body Form fields) {
        AccountForm form = AccountForm.of(fields);
        Visitor visitor = visitors.of(request, who);
        Optional<String> wrong = form.wrongName().or(form::wrongRoles).or(form::wrongReason);
        if (wrong.isPresent()) {
            return refused(
                    HttpStatus.BAD_REQUEST, visitor, form, visitor.texts().of(wrong.get()));
        }
        try {
            NewPassword created = orders.create(form.name(), form.chosen(), form.by(who.getName()));
            return page(HttpStatus.OK, screen(visitor, AccountForm.EMPTY, "", Optional.of(created)));
        } catch (Problem refusal) {
            return refused(refusal.status(), visitor, form, Sentences.of(refusal, visitor.texts()));
        }
    }

    private HttpResponse<?> refused(HttpStatus status, Visitor visitor, AccountForm form, String error) {
        return page(status, screen(visitor, form, error, Optional.empty()));
    }

    private AccountsScreen screen(Visitor visitor, AccountForm form, String error, Optional<NewPassword> created) {
        return new AccountsScreen(visitor, "", reading.page("", 0), form, error, created);
    }

    private static HttpResponse<?> page(HttpStatus status, AccountsScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("accounts", Map.of("screen", screen)));
    }
}
