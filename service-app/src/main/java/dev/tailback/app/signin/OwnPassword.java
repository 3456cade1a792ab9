package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountAction;
import dev.tailback.app.accounts.AccountHistory;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.sessions.Sessions;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Writes a password that its owner chose. */
@Singleton
class OwnPassword {

    private final AccountRepository accounts;
    private final AccountHistory history;
    private final Sessions sessions;
    private final Clock clock;

    OwnPassword(AccountRepository accounts, AccountHistory history, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws Problem 409 {@code account_of_provider} for an account without one */
    void require(String username) {
        if (accounts.find(username).filter(Account::isOfProvider).isPresent()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "account_of_provider",
                    "This account has no password here: it belongs to an OpenID provider. Change the password there.");
        }
    }

    /** Other sessions end with the old password; API tokens have an end of their own and stay. */
    @Transactional
    void write(String username, String kept, String keptSession) {
        accounts.setPassword(username, kept, false, clock.instant());
        int ended = sessions.endSessionsBut(username, keptSession);
        history.record(username, AccountAction.PASSWORD_CHANGED, username, "other sessions ended: " + ended, null);
    }
}
