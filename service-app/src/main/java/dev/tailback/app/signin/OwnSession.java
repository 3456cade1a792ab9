package dev.tailback.app.signin;

import dev.tailback.app.access.FormToken;
import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;

/** How long the session of an open page still lives. To ask keeps nothing alive; to say that one is there does. */
@Hidden
@Controller("/session")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
class OwnSession {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final FormToken formToken;
    private final Clock clock;

    OwnSession(Sessions sessions, SessionCookie cookie, FormToken formToken, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.formToken = formToken;
        this.clock = clock;
    }

    @Get
    Left left(HttpRequest<?> request, Authentication who) {
        long seconds = cookie.session(request)
                .flatMap(sessions::endsAt)
                .map(end -> Duration.between(clock.instant(), end).toSeconds())
                .orElse(0L);
        return new Left(who.getName(), Math.max(0, seconds), formToken.of(request));
    }

    /** A person is at the page. */
    @Post
    @Consumes(MediaType.ALL)
    Left stay(HttpRequest<?> request, Authentication who) {
        return left(request, who);
    }

    /**
     * The session at hand.
     *
     * @param secondsLeft until the session ends, if nothing is done
     * @param formToken for the forms of an open page whose person has signed in again in another tab
     */
    @Serdeable
    record Left(String name, long secondsLeft, String formToken) {}
}
