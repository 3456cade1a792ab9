package dev.tailback.localorg.rest;

import dev.tailback.localorg.faults.FaultKind;
import dev.tailback.localorg.faults.Faults;
import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.session.Logins;
import dev.tailback.localorg.session.Session;
import dev.tailback.localorg.session.Sessions;
import dev.tailback.localorg.switches.Switch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below {@code /services} and {@code /id}: what a client takes for Salesforce, with the faults that are in
 * force.
 */
public final class Salesforce {
    private static final Logger LOG = LoggerFactory.getLogger(Salesforce.class);

    private final AtomicInteger running = new AtomicInteger();
    private final CurrentOrg current;
    private final Faults faults;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Limits limits;
    private final CallCounts counts;
    private final DataApi dataApi;

    public Salesforce(CurrentOrg current, Faults faults, Sessions sessions, Logins logins, CallCounts counts) {
        this.current = current;
        this.faults = faults;
        this.sessions = sessions;
        this.counts = counts;
        this.tokens = new Tokens(logins.accounts(), sessions, logins.grants(), logins.assertions());
        this.limits = new Limits(counts.total());
        this.dataApi = new DataApi(current, limits, counts);
    }

    /** The answer; empty when the connection is to end without one. */
    public Optional<Reply> reply(Request request) {
        if (!isData(request)) {
            return afterFaults(request);
        }
        int atOnce = running.incrementAndGet();
        try {
            return faults.areTooMany(atOnce) ? Optional.of(tooMany().reply()) : afterFaults(request);
        } finally {
            running.decrementAndGet();
        }
    }

    private static ApiException tooMany() {
        return new ApiException(
                403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
    }

    private static boolean isData(Request request) {
        List<String> path = request.segments();
        return path.size() > 1 && path.get(1).equals("data");
    }

    private Optional<Reply> afterFaults(Request request) {
        hold(faults.latencyMs());
        if (faults.strikes(FaultKind.DOWN)) {
            return Optional.empty();
        }
        if (faults.strikes(FaultKind.MAINTENANCE_503)) {
            return Optional.of(Reply.text(503, "text/html", MaintenancePage.HTML));
        }
        if (faults.strikes(FaultKind.EDGE_420)) {
            return Optional.of(Reply.nothing(420));
        }
        if (faults.strikes(FaultKind.ERROR_500)) {
            return Optional.of(unexpected());
        }
        try {
            return current.ask(org -> answered(org, request));
        } catch (ApiException e) {
            return Optional.of(e.reply());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Optional.of(unexpected());
        }
    }

    private static void hold(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reply unexpected() {
        return Reply.errors(
                500,
                List.of(ApiError.of(
                        "UNKNOWN_EXCEPTION",
                        "An unexpected error occurred."
                                + " Please include this ErrorId if you contact support: local-org")));
    }

    private Optional<Reply> answered(Org org, Request request) {
        List<String> path = request.segments();
        if (path.get(0).equals("id")) {
            return Optional.of(identity(org, request));
        }
        if (path.size() == 3 && path.get(1).equals("oauth2")) {
            return Optional.of(oauth(org, path.get(2), request));
        }
        if (path.size() > 2 && path.get(1).equals("Soap")) {
            return Optional.of(SoapRefusal.reply(request));
        }
        if (path.size() > 1 && path.get(1).equals("async")) {
            return Optional.of(OldBulkRefusal.reply(request));
        }
        if (path.size() < 2 || !path.get(1).equals("data")) {
            throw ApiException.notFound();
        }
        return path.size() == 2 ? Optional.of(dataApi.versions(org)) : data(org, request);
    }

    private Reply oauth(Org org, String name, Request request) {
        return switch (name) {
            case "token" -> counted(request, tokens.token(org, request));
            case "revoke" -> tokens.revoke(request);
            case "introspect" -> tokens.introspect(org, request);
            case "authorize" -> tokens.authorize(request);
            case "userinfo" -> identity(org, request);
            default -> throw ApiException.notFound();
        };
    }

    private Reply counted(Request request, Reply reply) {
        counts.called(request.method(), "oauth2/token");
        return reply;
    }

    private Reply identity(Org org, Request request) {
        Optional<Session> session = bearer(request).flatMap(sessions::of);
        return session.isEmpty()
                ? Reply.text(
                        org.switches().number(Switch.IDENTITY_REFUSED_STATUS),
                        "text/plain",
                        bearer(request).isEmpty() ? "Missing_OAuth_Token" : "Bad_OAuth_Token")
                : Identity.reply(org, org.users().of(session.get().person()), request);
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer ") || value.startsWith("OAuth "))
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
    }

    private Optional<Reply> data(Org org, Request request) {
        counts.total().incrementAndGet();
        Session session = session(request);
        refuseWhereLimited(org, request);
        WireRules.check(request);
        if (!request.isRead() && faults.strikes(FaultKind.DROP_BEFORE_COMMIT)) {
            return Optional.empty();
        }
        Reply reply = dataApi.reply(org, org.users().of(session.person()), request);
        if (!request.isRead() && faults.strikes(FaultKind.DROP_AFTER_COMMIT)) {
            return Optional.empty();
        }
        return Optional.of(reply.with("Sforce-Limit-Info", limits.info(org)));
    }

    private Session session(Request request) {
        String token =
                bearer(request).orElseThrow(() -> new ApiException(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"));
        if (faults.strikes(FaultKind.SESSION_EXPIRED)) {
            sessions.end(token);
        }
        return sessions.of(token)
                .orElseThrow(() -> new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid"));
    }

    private void refuseWhereLimited(Org org, Request request) {
        if (faults.strikes(FaultKind.QUOTA_USED_UP)) {
            throw new ApiException(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        if (faults.strikes(FaultKind.CONCURRENCY_LIMIT)) {
            throw tooMany();
        }
        if (!request.isRead() && faults.strikes(FaultKind.READ_ONLY)) {
            throw new ApiException(
                    org.switches().number(Switch.READ_ONLY_STATUS),
                    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                    "Updates can't be made during maintenance. Try again when maintenance is complete.");
        }
    }
}
