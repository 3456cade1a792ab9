package dev.tailback.app.signin;

import dev.tailback.app.sessions.Session.Kind;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.net.URI;

/** Opens the session of a browser after the right password, and ends the one it had. */
@Singleton
class BrowserSessions {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final KnownBrowsers browsers;
    private final ForwardedHeaders forwarded;

    BrowserSessions(Sessions sessions, SessionCookie cookie, KnownBrowsers browsers, ForwardedHeaders forwarded) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.browsers = browsers;
        this.forwarded = forwarded;
    }

    /** @param next where the browser goes then, a path of ours */
    HttpResponse<?> open(HttpRequest<?> request, String username, String next) {
        return with(open(request, username), request, username, HttpResponse.seeOther(URI.create(next)));
    }

    /** The same, and what the browser took along to the provider is taken back. */
    HttpResponse<?> open(HttpRequest<?> request, String username, String next, Cookie takenBack) {
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create(next)).cookie(takenBack);
        return with(open(request, username), request, username, answer);
    }

    /** @return the token that stands for the session */
    String open(HttpRequest<?> request, String username) {
        cookie.session(request).ifPresent(sessions::endOf);
        return sessions.open(username, Kind.BROWSER, forwarded.address(request).getHostAddress());
    }

    /** The answer that brings the session to the browser. */
    HttpResponse<?> with(String session, HttpRequest<?> request, String username, MutableHttpResponse<?> answer) {
        return answer.cookie(cookie.holding(session, request)).cookie(browsers.remembering(request, username));
    }
}
