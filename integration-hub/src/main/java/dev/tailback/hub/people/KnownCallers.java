package dev.tailback.hub.people;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers for moments who the service app said calls, so that it is not asked with each call. While it is away,
 * whoever it knew lately may go on; nobody else comes in.
 */
@Singleton
class KnownCallers {

    private static final Logger LOG = LoggerFactory.getLogger(KnownCallers.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration WITHOUT_SERVICE_APP = Duration.ofMinutes(15);
    private static final int MOST = 1_000;

    private final AskServiceApp serviceApp;
    private final Clock clock;
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    KnownCallers(AskServiceApp serviceApp, Clock clock) {
        this.serviceApp = serviceApp;
        this.clock = clock;
    }

    private record Known(Caller caller, Instant at) {}

    /** @throws Problem 503 {@code accounts_unavailable} when nobody can tell */
    Optional<Caller> of(Credentials credentials) {
        Optional<Caller> fresh = remembered(credentials, FRESH);
        return fresh.isPresent() ? fresh : asked(credentials);
    }

    private Optional<Caller> asked(Credentials credentials) {
        try {
            Optional<Caller> caller = serviceApp.about(credentials);
            sayBack();
            caller.ifPresentOrElse(found -> remember(credentials, found), () -> forget(credentials));
            return caller;
        } catch (NoAccounts away) {
            sayAway(away);
            return Optional.of(remembered(credentials, WITHOUT_SERVICE_APP).orElseThrow(KnownCallers::unavailable));
        }
    }

    /** Once: anybody can call as often as they like. */
    private void sayAway(NoAccounts away) {
        if (isAway.compareAndSet(false, true)) {
            LOG.warn("Nobody new can sign in: the service app owns the accounts, and {}", away.reason());
        }
    }

    private void sayBack() {
        if (isAway.compareAndSet(true, false)) {
            LOG.info("The service app says again who calls");
        }
    }

    private static Problem unavailable() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "accounts_unavailable",
                        "The service app owns the accounts and cannot be asked now. The hub goes on with its work; try"
                                + " again in a minute.")
                .header("Retry-After", "30");
    }

    private synchronized Optional<Caller> remembered(Credentials credentials, Duration atMost) {
        return Optional.ofNullable(known.get(credentials.fingerprint()))
                .filter(one -> one.at().plus(atMost).isAfter(clock.instant()))
                .map(Known::caller);
    }

    private synchronized void remember(Credentials credentials, Caller caller) {
        known.remove(credentials.fingerprint());
        known.put(credentials.fingerprint(), new Known(caller, clock.instant()));
    }

    private synchronized void forget(Credentials credentials) {
        known.remove(credentials.fingerprint());
    }
}
