package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.input.Form;
import dev.tailback.app.input.OneLine;
import dev.tailback.app.problems.Problem;
import dev.tailback.app.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where people log in. */
@Hidden
@Controller(FormToken.LOGIN)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class LoginPage {

    private final PasswordLogin<Object> passwords;
    private final BrowserSessions browsers;
    private final FormToken formToken;
    private final AccountSettings settings;

    LoginPage(
            PasswordLogin<Object> passwords, BrowserSessions browsers, FormToken formToken, AccountSettings settings) {
        this.passwords = passwords;
        this.browsers = browsers;
        this.formToken = formToken;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String next) {
        return page(HttpStatus.OK, request, new LoginForm("", next, ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logIn(HttpRequest<Object> request, @Body Form form) {
        LoginInput input = LoginInput.of(form);
        try {
            AuthenticationResponse answer =
                    passwords.authenticate(request, new UsernamePasswordCredentials(input.name(), input.password()));
            return answer.getAuthentication()
                    .<HttpResponse<?>>map(
                            person -> browsers.open(request, person.getName(), LocalPath.of(input.next())))
                    .orElseGet(
                            () -> again(HttpStatus.UNAUTHORIZED, request, input, "The name or the password is wrong."));
        } catch (Problem tooMany) {
            MutableHttpResponse<?> refused = again(tooMany.status(), request, input, tooMany.detail());
            tooMany.headers().forEach(refused::header);
            return refused;
        }
    }

    private MutableHttpResponse<?> again(HttpStatus status, HttpRequest<?> request, LoginInput input, String error) {
        return page(status, request, new LoginForm(input.name(), input.next(), error));
    }

    private MutableHttpResponse<?> page(HttpStatus status, HttpRequest<?> request, LoginForm form) {
        String visit = formToken.visit(request).orElse(null);
        Cookie newVisit = visit == null ? formToken.newVisit(request) : null;
        String token = formToken.of(visit == null ? newVisit.getValue() : visit);
        MutableHttpResponse<?> response = HttpResponse.status(status)
                .body(new ModelAndView<>(
                        "login",
                        Map.of("form", form, "formToken", token, "demo", settings.demo(), "texts", Texts.of(request))));
        return newVisit == null ? response : response.cookie(newVisit);
    }
}
