package dev.tailback.app.access;

import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.SessionSecret;
import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The token in every form that tells our own pages from forged ones. It is a signature of the session cookie, so it
 * dies with the session; before login there is none, and a cookie of the login page takes its place.
 */
@Primary
@Singleton
public class FormToken implements CsrfTokenValidator<HttpRequest<?>> {

    /** Where people log in; forms there have no session yet. */
    public static final String LOGIN = "/login";

    /** Where a form is kept that came without a living session; it needs no token, because nothing is done with it. */
    static final String KEEP = "/login/keep";

    static final String REFUSED = "tailback.form-token-refused";
    private static final String VISIT_COOKIE = "tailback_visit";

    private final SessionCookie cookies;
    private final SessionSecret secret;
    private final ForwardedHeaders forwarded;

    FormToken(SessionCookie cookies, SessionSecret secret, ForwardedHeaders forwarded) {
        this.cookies = cookies;
        this.secret = secret;
        this.forwarded = forwarded;
    }

    /** The token for the forms of a page that answers this request; empty without session and visit. */
    public String of(HttpRequest<?> request) {
        return source(request).map(this::of).orElse("");
    }

    @Override
    public boolean validateCsrfToken(@NonNull HttpRequest<?> request, @Nullable String token) {
        boolean valid = token != null
                && source(request)
                        .filter(visit -> secret.signed(claim(visit), token))
                        .isPresent();
        if (!valid) {
            request.setAttribute(REFUSED, true);
        }
        return valid;
    }

    /** A visit of the login page, by someone who has no session yet. */
    public Cookie newVisit(HttpRequest<?> request) {
        return Cookie.of(VISIT_COOKIE, SessionSecret.random())
                .httpOnly(true)
                .secure(forwarded.isHttps(request))
                .sameSite(SameSite.Strict)
                .path(LOGIN);
    }

    public Optional<String> visit(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(VISIT_COOKIE)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public String of(String source) {
        return secret.sign(claim(source));
    }

    private Optional<String> source(HttpRequest<?> request) {
        boolean login = request.getPath().equals(LOGIN) || request.getPath().startsWith(LOGIN + "/");
        return login ? visit(request) : cookies.session(request);
    }

    private static String claim(String source) {
        return "form " + source;
    }
}
