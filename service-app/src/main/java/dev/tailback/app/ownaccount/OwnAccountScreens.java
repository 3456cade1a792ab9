package dev.tailback.app.ownaccount;

import dev.tailback.app.layout.Visitors;
import dev.tailback.app.ownaccount.OwnAccountScreen.Notice;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.Map;

/** Builds the page of one's own account. */
@Singleton
class OwnAccountScreens {

    private final Visitors visitors;
    private final Sessions sessions;
    private final SessionCookie cookie;

    OwnAccountScreens(Visitors visitors, Sessions sessions, SessionCookie cookie) {
        this.visitors = visitors;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    HttpResponse<?> page(HttpStatus status, HttpRequest<?> request, Authentication who, Notice notice) {
        boolean mustChoose =
                SessionTokens.mustChoosePassword(who) && notice.done().isEmpty();
        OwnAccountScreen screen = new OwnAccountScreen(
                visitors.of(request, who), mustChoose, sessions.of(who.getName()), current(request), notice);
        return HttpResponse.status(status).body(new ModelAndView<>("own-account", Map.of("screen", screen)));
    }

    /** The id of the session at hand; empty without one. */
    String current(HttpRequest<?> request) {
        return cookie.session(request).flatMap(sessions::idOf).orElse("");
    }
}
