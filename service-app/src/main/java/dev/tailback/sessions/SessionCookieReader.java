package dev.tailback.sessions;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.token.cookie.AccessTokenCookieConfiguration;
import io.micronaut.security.token.cookie.CookieTokenReader;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Reads the session of a browser from its cookie. Calls of the API that write do not count it: a browser sends cookies
 * with forged requests too, and only pages carry a form token against that.
 */
@Singleton
@Replaces(CookieTokenReader.class)
public class SessionCookieReader implements TokenReader<HttpRequest<?>> {

    private final String cookieName;

    SessionCookieReader(AccessTokenCookieConfiguration cookie) {
        this.cookieName = cookie.getCookieName();
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return isApiWrite(request) ? Optional.empty() : session(request);
    }

    /** The session cookie as it came, whoever may have made it. */
    public Optional<String> session(HttpRequest<?> request) {
        return request.getCookies().findCookie(cookieName).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private static boolean isApiWrite(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/")
                && switch (request.getMethod()) {
                    case GET, HEAD, OPTIONS -> false;
                    default -> true;
                };
    }
}
