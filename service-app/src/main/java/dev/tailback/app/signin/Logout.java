package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Ends the session of a browser: the cookie goes, and a copy of it is worth nothing either. */
@Hidden
@Controller("/logout")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class Logout {

    private final Sessions sessions;
    private final SessionCookie cookie;

    Logout(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> logOut(HttpRequest<?> request) {
        cookie.session(request).ifPresent(sessions::endOf);
        return HttpResponse.seeOther(URI.create(FormToken.LOGIN)).cookie(cookie.none(request));
    }
}
