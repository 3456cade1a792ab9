package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.sessions.SessionSecret;
import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers in a cookie that a browser has signed in with a name. The cookie opens nothing: it only keeps guesses of
 * others from slowing down this browser. It is signed for one name, and worthless for every other.
 */
@Singleton
class KnownBrowsers {

    private static final String NAME = "tailback_known";
    private static final Duration LIFE = Duration.ofDays(90);

    private final SessionSecret secret;
    private final ForwardedHeaders forwarded;

    KnownBrowsers(SessionSecret secret, ForwardedHeaders forwarded) {
        this.secret = secret;
        this.forwarded = forwarded;
    }

    /** What names this browser, when it has signed in with that name before. */
    Optional<String> of(HttpRequest<?> request, String username) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .map(value -> value.split("\\.", -1))
                .filter(parts -> parts.length == 2 && parts[0].length() <= 64)
                .filter(parts -> secret.signed(claim(parts[0], username), parts[1]))
                .map(parts -> parts[0]);
    }

    Cookie remembering(HttpRequest<?> request, String username) {
        String browser = of(request, username).orElseGet(SessionSecret::random);
        return Cookie.of(NAME, browser + "." + secret.sign(claim(browser, username)))
                .httpOnly(true)
                .secure(forwarded.isHttps(request))
                .sameSite(SameSite.Strict)
                .maxAge(LIFE)
                .path(FormToken.LOGIN);
    }

    private static String claim(String browser, String username) {
        return "browser " + browser + " " + username;
    }
}
