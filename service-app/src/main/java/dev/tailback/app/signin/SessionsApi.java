package dev.tailback.app.signin;

import dev.tailback.app.input.OneLine;
import dev.tailback.app.problems.Problem;
import dev.tailback.app.sessions.Session;
import dev.tailback.app.sessions.Sessions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;

/** One's own sessions and bearer tokens: what lives, and how to end it. */
@Tag(name = "sessions")
@Controller("/api/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsApi {

    private final Sessions sessions;

    SessionsApi(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The caller's sessions of browsers and bearer tokens that live, the newest first; at most 100. */
    @Get
    SessionList list(Authentication caller) {
        return new SessionList(
                sessions.of(caller.getName()).stream().map(SessionView::of).toList());
    }

    /** Ends all of the caller's sessions and tokens, the one of this call too. */
    @Delete
    Ended endAll(Authentication caller) {
        return new Ended(sessions.endAll(caller.getName()));
    }

    /** Ends one of the caller's sessions or tokens. */
    @Delete("/{id}")
    HttpResponse<?> end(Authentication caller, @OneLine(max = 100) String id) {
        if (!sessions.end(caller.getName(), id)) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "You have no such session or token that lives. GET /api/sessions lists them.");
        }
        return HttpResponse.noContent();
    }

    /** @param sessions the newest first */
    @Serdeable
    record SessionList(List<SessionView> sessions) {}

    /**
     * A session or token that lives.
     *
     * @param kind {@code browser} or {@code token}
     * @param address where it was opened
     */
    @Serdeable
    record SessionView(String id, String kind, String address, Instant createdAt, Instant expiresAt) {

        static SessionView of(Session session) {
            return new SessionView(
                    session.idHash(), session.kindWord(), session.address(), session.createdAt(), session.expiresAt());
        }
    }

    /** @param ended how many lived until now */
    @Serdeable
    record Ended(int ended) {}
}
