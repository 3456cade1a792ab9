package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.oidc.NotSignedIn.Why;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.web.input.Form;
import dev.tailback.web.input.LocalPath;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** Where people log in, and where a form waits that came after the session had ended. */
@Hidden
@Controller(FormToken.LOGIN)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class LoginPage {

    private final PasswordLogin<Object> passwords;
    private final BrowserSessions browsers;
    private final LoginAnswers answers;
    private final SessionCookie cookie;

    LoginPage(PasswordLogin<Object> passwords, BrowserSessions browsers, LoginAnswers answers, SessionCookie cookie) {
        this.passwords = passwords;
        this.browsers = browsers;
        this.answers = answers;
        this.cookie = cookie;
    }

    /** @param failed why a login by the provider came to nothing, one of the words known here */
    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            @Nullable Authentication who,
            @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String next,
            @QueryValue(defaultValue = "") @OneLine(max = 50) String failed) {
        boolean ended = who == null && cookie.session(request).isPresent();
        Texts texts = Texts.of(request);
        String why = ended ? texts.of("access.ended") : "";
        String error =
                Why.of(failed).map(known -> texts.of("oidc." + known.word())).orElse("");
        return answers.login(HttpStatus.OK, request, new LoginForm("", next, why, error, KeptForm.NONE));
    }

    /** With a form that waits, too: such a login is larger. */
    @Post(uris = {"/", "/kept"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logIn(HttpRequest<Object> request, @Body Form form) {
        LoginInput input = LoginInput.of(form);
        Texts texts = Texts.of(request);
        try {
            AuthenticationResponse answer =
                    passwords.authenticate(request, new UsernamePasswordCredentials(input.name(), input.password()));
            return answer.getAuthentication()
                    .<HttpResponse<?>>map(person -> welcome(request, person, input))
                    .orElseGet(() -> again(HttpStatus.UNAUTHORIZED, request, input, texts.of("access.wrong")));
        } catch (Problem tooMany) {
            MutableHttpResponse<?> refused =
                    again(tooMany.status(), request, input, LoginAnswers.slowed(tooMany, texts));
            tooMany.headers().forEach(refused::header);
            return refused;
        }
    }

    /**
     * A form that came without a session, or with the token of one that ended, is kept: its sender logs in and sees it
     * again. Nothing is done with it here, so it needs no token.
     *
     * @param to where it was sent
     */
    @Post("/keep")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(
            HttpRequest<?> request,
            @Nullable Authentication who,
            @QueryValue(defaultValue = "/") @OneLine(max = 2_000) String to,
            @Body Form form) {
        Optional<KeptForm> kept = KeptForm.arriving(to, form);
        Optional<String> session = cookie.session(request);
        if (who != null && session.isPresent() && kept.isPresent()) {
            return answers.kept(request, kept.get(), session.get());
        }
        String why = Texts.of(request).of(kept.isPresent() ? "access.kept" : "access.not-kept");
        return answers.login(
                HttpStatus.UNAUTHORIZED, request, new LoginForm("", "/", why, "", kept.orElse(KeptForm.NONE)));
    }

    private HttpResponse<?> welcome(HttpRequest<?> request, Authentication person, LoginInput input) {
        if (input.kept().isNone()) {
            return browsers.open(request, person.getName(), LocalPath.of(input.next()));
        }
        String session = browsers.open(request, person.getName());
        return browsers.with(session, request, person.getName(), answers.kept(request, input.kept(), session));
    }

    private MutableHttpResponse<?> again(HttpStatus status, HttpRequest<?> request, LoginInput input, String error) {
        return answers.login(status, request, new LoginForm(input.name(), input.next(), "", error, input.kept()));
    }
}
