package dev.tailback.app.administration;

import dev.tailback.app.administration.ChangeAccount.By;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.layout.Visitors;
import dev.tailback.app.signin.EndSessions;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One account: its roles, its sessions and tokens, its history, and what an admin can do about it. */
@Hidden
@Controller("/accounts/{name}")
@Produces(MediaType.TEXT_HTML)
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountPage {

    private final AccountReading reading;
    private final AccountOrders orders;
    private final EndSessions sessions;
    private final Visitors visitors;

    AccountPage(AccountReading reading, AccountOrders orders, EndSessions sessions, Visitors visitors) {
        this.reading = reading;
        this.orders = orders;
        this.sessions = sessions;
        this.visitors = visitors;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name) {
        return page(
                HttpStatus.OK, screen(visitors.of(request, who), name, AccountForm.EMPTY, "", "", Optional.empty()));
    }

    @Post("/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> setRoles(
            HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name, @Body Form fields) {
        AccountForm form = AccountForm.of(fields);
        return order(request, who, name, form, form.wrongRoles(), by -> {
            orders.setRoles(name, form.chosen(), by);
            return Optional.empty();
        });
    }

    @Post("/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> disable(
            HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name, @Body Form fields) {
        return order(request, who, name, AccountForm.of(fields), Optional.empty(), by -> {
            orders.disable(name, by);
            return Optional.empty();
        });
    }

    @Post("/enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enable(
            HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name, @Body Form fields) {
        return order(request, who, name, AccountForm.of(fields), Optional.empty(), by -> {
            orders.enable(name, by);
            return Optional.empty();
        });
    }

    /** The one-time password is on the page that answers, and nowhere else. */
    @Post("/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(
            HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name, @Body Form fields) {
        AccountForm form = AccountForm.of(fields);
        return order(
                request,
                who,
                name,
                form,
                Optional.empty(),
                by -> Optional.of(orders.reset(name, by).password()));
    }

    /** Ends all sessions and tokens. */
    @Post("/sessions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endSessions(
            HttpRequest<?> request, Authentication who, @OneLine(max = 100) String name, @Body Form fields) {
        return order(request, who, name, AccountForm.of(fields), Optional.empty(), by -> {
            sessions.all(who.getName(), orders.find(name).username(), "", by.reason());
            return Optional.empty();
        });
    }

    /** Does it unless something is wrong, and shows the account as it is then. */
    private HttpResponse<?> order(
            HttpRequest<?> request,
            Authentication who,
            String name,
            AccountForm form,
            Optional<String> wrong,
            Function<By, Optional<String>> work) {
        Visitor visitor = visitors.of(request, who);
        Optional<String> missing = wrong.or(form::wrongReason);
        if (missing.isPresent()) {
            String error = visitor.texts().of(missing.get());
            return page(HttpStatus.BAD_REQUEST, screen(visitor, name, form, error, "", Optional.empty()));
        }
        try {
            Optional<String> password = work.apply(form.by(who.getName()));
            String done = visitor.texts().of("accounts.done");
            return page(HttpStatus.OK, screen(visitor, name, AccountForm.EMPTY, "", done, password));
        } catch (Problem refusal) {
            String error = Sentences.of(refusal, visitor.texts());
            return page(refusal.status(), screen(visitor, name, form, error, "", Optional.empty()));
        }
    }

    private AccountScreen screen(
            Visitor visitor, String name, AccountForm form, String error, String done, Optional<String> password) {
        AccountView account = AccountView.of(orders.find(name));
        return new AccountScreen(
                visitor, account, sessions.of(name), reading.history(name, 0), form, error, done, password);
    }

    private static HttpResponse<?> page(HttpStatus status, AccountScreen screen) {
        return HttpResponse.status(status).body(new ModelAndView<>("account", Map.of("screen", screen)));
    }
}
