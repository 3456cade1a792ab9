package dev.tailback.salesforce;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The one signed-in session that all readers and writers of a process share. Salesforce does not say when a token ends,
 * so it is kept until a call is answered with 401; then whoever was rejected asks for {@link #renew}. However many
 * are rejected at once, one login is made and all of them get its result, because Salesforce counts logins (3,600 per
 * user and hour). Tokens and secrets are never logged.
 */
public final class SalesforceSession {

    private final SalesforceConfiguration configuration;
    private final Clock clock;
    private final HttpClient http;
    private final Login login;
    private Credentials held;
    private CompletableFuture<Credentials> running;

    public SalesforceSession(SalesforceConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
        // HTTP/1.1: no upgrade handshake on the first request, and one lost connection costs one batch, not many.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(configuration.connectTimeout())
                .build();
        this.login = new Login(configuration, http);
    }

    /**
     * The credentials in use; signs in if there are none yet.
     *
     * @throws LoginFailed when signing in does not work
     */
    public Credentials current() {
        return obtain(null);
    }

    /**
     * Credentials other than those that Salesforce just rejected; signs in unless somebody else already did.
     *
     * @throws LoginFailed when signing in does not work
     */
    public Credentials renew(Credentials rejected) {
        return obtain(rejected);
    }

    private Credentials obtain(Credentials rejected) {
        CompletableFuture<Credentials> attempt;
        boolean mine;
        synchronized (this) {
            if (held != null && !held.equals(rejected)) {
                return held;
            }
            mine = running == null;
            if (mine) {
                running = new CompletableFuture<>();
            }
            attempt = running;
        }
        if (mine) {
            signIn(attempt);
        }
        return await(attempt);
    }

    private void signIn(CompletableFuture<Credentials> attempt) {
        try {
            Credentials fresh = login.signIn();
            finish(fresh);
            attempt.complete(fresh);
        } catch (RuntimeException | Error failure) {
            finish(null);
            attempt.completeExceptionally(failure);
        }
    }

    private synchronized void finish(Credentials fresh) {
        held = fresh;
        running = null;
    }

    private static Credentials await(CompletableFuture<Credentials> attempt) {
        try {
            return attempt.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LoginFailed known) {
                // Each waiter throws its own, so that its stack trace tells who asked.
                throw new LoginFailed(known.kind(), known.code(), known.getMessage(), known);
            }
            throw failure;
        }
    }

    SalesforceConfiguration configuration() {
        return configuration;
    }

    Clock clock() {
        return clock;
    }

    HttpClient http() {
        return http;
    }
}
