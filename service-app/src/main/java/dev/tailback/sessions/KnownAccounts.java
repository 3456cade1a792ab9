package dev.tailback.sessions;

import dev.tailback.accounts.AccountRepository;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether an account is still there; an answer counts for 10 s. While PostgreSQL cannot be asked, the last answer goes on counting: what changes
 * anything needs PostgreSQL anyway, and monitoring must not go blind.
 */
@Singleton
class KnownAccounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Answer(boolean there, Instant until) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AccountRepository accounts;
    private final Clock clock;

    KnownAccounts(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param username one that had an account once: it is remembered */
    boolean has(String username) {
        Answer last = answers.get(username);
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until())) {
            return last.there();
        }
        boolean there = ask(username, last == null || last.there());
        answers.put(username, new Answer(there, now.plus(REMEMBERED)));
        return there;
    }

    private boolean ask(String username, boolean unlessAsked) {
        try {
            return accounts.find(username).isPresent();
        } catch (CannotGetJdbcConnectionException | DataAccessException postgresIsAway) {
            return unlessAsked;
        }
    }
}
