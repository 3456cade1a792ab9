package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.oidc.ProviderSignIn;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The pages around a sign-in: the login form, and the form that waited for it. */
@Singleton
class LoginAnswers {

    private final FormToken formToken;
    private final AccountSettings settings;
    private final ProviderSignIn provider;

    LoginAnswers(FormToken formToken, AccountSettings settings, ProviderSignIn provider) {
        this.formToken = formToken;
        this.settings = settings;
        this.provider = provider;
    }

    MutableHttpResponse<?> login(HttpStatus status, HttpRequest<?> request, LoginForm form) {
        Optional<String> visit = formToken.visit(request);
        Optional<Cookie> newVisit = visit.isPresent() ? Optional.empty() : Optional.of(formToken.newVisit(request));
        String token =
                formToken.of(visit.or(() -> newVisit.map(Cookie::getValue)).orElseThrow());
        MutableHttpResponse<?> response = HttpResponse.status(status)
                .body(new ModelAndView<>(
                        "login", Map.of("form", form, "formToken", token, "ways", ways(), "texts", Texts.of(request))));
        newVisit.ifPresent(response::cookie);
        return response;
    }

    private LoginWays ways() {
        return new LoginWays(settings.passwordLogin(), settings.demo(), provider.label());
    }

    /** @param session the token that forms of this session are signed for */
    MutableHttpResponse<?> kept(HttpRequest<?> request, KeptForm kept, String session) {
        return HttpResponse.ok(new ModelAndView<>(
                "kept", Map.of("kept", kept, "formToken", formToken.of(session), "texts", Texts.of(request))));
    }

    /** The sentence for somebody who is slowed down, or whose turn does not come. */
    static String slowed(Problem problem, Texts texts) {
        String seconds = problem.headers().getOrDefault("Retry-After", "");
        return problem.code().equals("too_many_attempts")
                ? texts.of("access.too-many-attempts", seconds)
                : texts.of("access.too-many-logins", seconds);
    }
}
