package dev.tailback.app.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.sessions.Session;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions of browsers and tokens of programs: what lives, and how to end it. One's own, or as an admin anybody's. */
@Tag(name = "sessions")
@Controller("/api/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsApi {

    private final EndSessions sessions;
    private final Whose whose;

    SessionsApi(EndSessions sessions, Whose whose) {
        this.sessions = sessions;
        this.whose = whose;
    }

    /**
     * The sessions of browsers and tokens that live, the newest first; at most 150.
     *
     * @param account whose, for admins; the caller's own unless given
     */
    @Get
    SessionList list(Authentication caller, @QueryValue(defaultValue = "") @OneLine(max = 100) String account) {
        return new SessionList(sessions.of(whose.account(caller, account)).stream()
                .map(SessionView::of)
                .toList());
    }

    /**
     * Ends all sessions and tokens of an account, the one of this call too.
     *
     * @param account whose, for admins; the caller's own unless given
     * @param reason for the history; an admin must give one for the account of another
     */
    @Delete
    Ended endAll(
            Authentication caller,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String account,
            @QueryValue(defaultValue = "") @OneLine(max = 500) String reason) {
        String owner = whose.account(caller, account);
        return new Ended(sessions.all(caller.getName(), owner, "", whose.reason(caller, owner, reason)));
    }

    /**
     * Ends one session or token.
     *
     * @param account whose, for admins; the caller's own unless given
     * @param reason for the history; an admin must give one for the account of another
     */
    @Delete("/{id}")
    HttpResponse<?> end(
            Authentication caller,
            @OneLine(max = 100) String id,
            @QueryValue(defaultValue = "") @OneLine(max = 100) String account,
            @QueryValue(defaultValue = "") @OneLine(max = 500) String reason) {
        String owner = whose.account(caller, account);
        if (!sessions.one(caller.getName(), owner, id, whose.reason(caller, owner, reason))) {
            throw new Problem(
                    HttpStatus.NOT_FOUND,
                    "not_found",
                    "There is no such session or token that lives. GET /api/sessions lists them.");
        }
        return HttpResponse.noContent();
    }

    /** @param sessions the newest first */
    @Serdeable
    record SessionList(List<SessionView> sessions) {}

    /**
     * A session or token that lives.
     *
     * @param kind {@code browser}, {@code token} or {@code api-token}
     * @param address where it was opened
     * @param name of an API token
     * @param roles of an API token; empty when it has all roles of its account
     * @param usedAt of a browser: when it was prolonged last by use
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionView(
            String id,
            String kind,
            String address,
            Instant createdAt,
            Instant expiresAt,
            Optional<String> name,
            List<String> roles,
            Optional<Instant> usedAt) {

        static SessionView of(Session session) {
            return new SessionView(
                    session.idHash(),
                    session.kindWord(),
                    session.address(),
                    session.createdAt(),
                    session.expiresAt(),
                    Optional.ofNullable(session.name()),
                    session.givenRoles(),
                    Optional.ofNullable(session.usedAt()));
        }
    }

    /** @param ended how many lived until now */
    @Serdeable
    record Ended(int ended) {}
}
