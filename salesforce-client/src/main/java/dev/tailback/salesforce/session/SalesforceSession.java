package dev.tailback.salesforce.session;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.http.ConnectionProblem;
import dev.tailback.salesforce.http.Exchange;
import dev.tailback.salesforce.http.OrgHttp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The one signed-in session that all readers and writers of a process share. Salesforce does not say when a token ends,
 * so it is kept until a call cannot be made with it: it is answered with 401, no server listens at its address, or its
 * address points elsewhere. However many meet that at once, one login is made and all of them get its result, because
 * Salesforce counts logins (3,600 per user and hour). A session that is of no use as soon as it is made is not a reason
 * to sign in again at once: then everyone pauses, for longer every time. Tokens and secrets are never logged.
 */
public final class SalesforceSession {

    /** A session given up this soon was never of use. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SalesforceConfiguration configuration;
    private final Clock clock;
    private final OrgHttp http;
    private final Exchange exchange;
    private final Login login;
    private final SessionPause logins;
    private final SessionPause sessions;

    private Optional<Credentials> held = Optional.empty();
    private Instant heldSince = Instant.EPOCH;
    private Optional<CompletableFuture<Credentials>> running = Optional.empty();

    public SalesforceSession(SalesforceConfiguration configuration, Clock clock) {
        this(configuration, clock, Grant.ofTheApp());
    }

    public SalesforceSession(SalesforceConfiguration configuration, Clock clock, Grant grant) {
        this.configuration = configuration;
        this.clock = clock;
        this.http = new OrgHttp(configuration);
        this.exchange = new Exchange(http.client(), new ConnectionProblem(configuration, clock));
        this.login = new Login(configuration, grant, http, exchange, clock);
        this.logins = new SessionPause(clock);
        this.sessions = new SessionPause(clock);
    }

    /**
     * The credentials in use; signs in if there are none.
     *
     * @throws LoginFailed when signing in does not work, or did not just now
     */
    public Credentials current() {
        CompletableFuture<Credentials> attempt;
        boolean mine;
        synchronized (this) {
            if (held.isPresent()) {
                return held.get();
            }
            mine = running.isEmpty();
            attempt = running.orElseGet(this::begin);
        }
        if (mine) {
            signIn(attempt);
        }
        return await(attempt);
    }

    private CompletableFuture<Credentials> begin() {
        logins.requireOver();
        sessions.requireOver();
        CompletableFuture<Credentials> attempt = new CompletableFuture<>();
        running = Optional.of(attempt);
        return attempt;
    }

    /**
     * Credentials other than those that Salesforce just rejected; signs in unless another thread already did.
     *
     * @throws LoginFailed when signing in does not work, or a session made just now was rejected too
     */
    public Credentials renew(Credentials rejected) {
        refused(rejected);
        return current();
    }

    /** Salesforce answered a call with these credentials with 401. */
    public void refused(Credentials rejected) {
        giveUp(
                rejected,
                LoginFailed.sessionRefused("Salesforce refuses the session that it has just given: look at the "
                        + "run-as user's right API Enabled,"
                        + " and at the app's and profile's IP addresses and session settings. "
                        + "Tailback signs in again"
                        + " after a pause."));
    }

    /** These credentials cannot be used; a caller that asks during the pause, if there is one, is told why. */
    synchronized void giveUp(Credentials useless, LoginFailed why) {
        if (!held.equals(Optional.of(useless))) {
            return;
        }
        held = Optional.empty();
        if (clock.instant().isBefore(heldSince.plus(FRESH))) {
            sessions.failed(why);
        } else {
            sessions.worked();
        }
    }

    private void signIn(CompletableFuture<Credentials> attempt) {
        try {
            Credentials fresh = login.signIn();
            signedIn(fresh);
            attempt.complete(fresh);
        } catch (LoginFailed failure) {
            notSignedIn(failure);
            attempt.completeExceptionally(failure);
        } catch (RuntimeException | Error failure) {
            ended();
            attempt.completeExceptionally(failure);
        }
    }

    private synchronized void signedIn(Credentials fresh) {
        held = Optional.of(fresh);
        heldSince = clock.instant();
        logins.worked();
        running = Optional.empty();
    }

    private synchronized void notSignedIn(LoginFailed failure) {
        logins.failed(failure);
        running = Optional.empty();
    }

    private synchronized void ended() {
        running = Optional.empty();
    }

    private static Credentials await(CompletableFuture<Credentials> attempt) {
        try {
            return attempt.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LoginFailed known) {
                throw known.again();
            }
            throw failure;
        }
    }

    public SalesforceConfiguration configuration() {
        return configuration;
    }

    public Clock clock() {
        return clock;
    }

    OrgHttp http() {
        return http;
    }

    Exchange exchange() {
        return exchange;
    }
}
