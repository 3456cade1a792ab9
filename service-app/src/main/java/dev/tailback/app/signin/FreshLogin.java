package dev.tailback.app.signin;

import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a person logged in a moment ago: what a password typed once more proves for others, a fresh login proves for
 * people of an OpenID provider, so that a session left open is not enough.
 */
@Singleton
public class FreshLogin {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    FreshLogin(Sessions sessions, SessionCookie cookie, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clock = clock;
    }

    public boolean opened(HttpRequest<?> request, String username) {
        String current = cookie.session(request).flatMap(sessions::idOf).orElse("");
        Instant oldest = clock.instant().minus(FRESH);
        return sessions.of(username).stream()
                .anyMatch(session ->
                        session.idHash().equals(current) && session.createdAt().isAfter(oldest));
    }
}
