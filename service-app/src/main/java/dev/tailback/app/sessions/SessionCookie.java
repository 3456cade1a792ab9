package dev.tailback.app.sessions;

import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.cookie.CookieTokenReader;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The cookie that holds the session of a browser. Calls of the API that write do not count it: a browser sends cookies
 * with forged requests too, and only pages carry a form token against that.
 */
@Singleton
@Replaces(CookieTokenReader.class)
public class SessionCookie implements TokenReader<HttpRequest<?>> {

    private static final String NAME = "tailback_session";

    private final ForwardedHeaders forwarded;

    SessionCookie(ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return isApiWrite(request) ? Optional.empty() : session(request);
    }

    /** The session cookie as it came, true or made up. */
    public Optional<String> session(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    /** Ends with the browser; only our own pages send it, over HTTPS only where HTTPS is spoken. */
    public Cookie holding(String token, HttpRequest<?> request) {
        return Cookie.of(NAME, token)
                .httpOnly(true)
                .secure(forwarded.isHttps(request))
                .sameSite(SameSite.Lax)
                .path("/");
    }

    /** Takes the cookie away from the browser. */
    public Cookie none(HttpRequest<?> request) {
        return holding("", request).maxAge(0);
    }

    private static boolean isApiWrite(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/")
                && switch (request.getMethod()) {
                    case GET, HEAD, OPTIONS -> false;
                    default -> true;
                };
    }
}
