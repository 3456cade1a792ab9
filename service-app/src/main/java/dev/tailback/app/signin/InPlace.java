package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.web.input.Form;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
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
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * Signing in again on a page that stays open: what was typed there stays, and its forms get the token of the new
 * session. Guarded as the login page is.
 */
@Hidden
@Controller("/login/again")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
class InPlace {

    private final PasswordLogin<Object> passwords;
    private final BrowserSessions browsers;
    private final FormToken formToken;

    InPlace(PasswordLogin<Object> passwords, BrowserSessions browsers, FormToken formToken) {
        this.passwords = passwords;
        this.browsers = browsers;
        this.formToken = formToken;
    }

    /** The token for the form that asks for the password. */
    @Get
    HttpResponse<?> begin(HttpRequest<?> request) {
        Cookie visit = formToken.newVisit(request);
        return HttpResponse.ok(new Begun(formToken.of(visit.getValue()))).cookie(visit);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logIn(HttpRequest<Object> request, @Body Form form) {
        LoginInput input = LoginInput.of(form);
        Texts texts = Texts.of(request);
        try {
            return passwords
                    .authenticate(request, new UsernamePasswordCredentials(input.name(), input.password()))
                    .getAuthentication()
                    .<HttpResponse<?>>map(person -> {
                        String session = browsers.open(request, person.getName());
                        SignedIn answer = new SignedIn(person.getName(), formToken.of(session));
                        return browsers.with(session, request, person.getName(), HttpResponse.ok(answer));
                    })
                    .orElseGet(() ->
                            HttpResponse.status(HttpStatus.UNAUTHORIZED).body(new Refused(texts.of("access.wrong"))));
        } catch (Problem tooMany) {
            return HttpResponse.status(tooMany.status()).body(new Refused(LoginAnswers.slowed(tooMany, texts)));
        }
    }

    /** @param formToken goes with name and password */
    @Serdeable
    record Begun(String formToken) {}

    /** @param formToken goes into every form of the page */
    @Serdeable
    record SignedIn(String name, String formToken) {}

    /** @param error a sentence for the person */
    @Serdeable
    record Refused(String error) {}
}
