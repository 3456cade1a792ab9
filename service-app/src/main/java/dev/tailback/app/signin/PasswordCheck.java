package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.accounts.AccountSettings;
import dev.tailback.app.accounts.PasswordHash;
import dev.tailback.app.accounts.PasswordHashing;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Looks whether a password is right. An unknown name and a disabled account take as long as a wrong password. A
 * password that is kept in an older way is kept in today's from its next use on.
 */
@Singleton
class PasswordCheck {

    private static final PasswordHash NO_ACCOUNT = PasswordHash.ofNobody();

    private final AccountRepository accounts;
    private final PasswordHashing hashing;
    private final VerifiedPasswords verified;
    private final AccountSettings settings;
    private final Clock clock;

    PasswordCheck(
            AccountRepository accounts,
            PasswordHashing hashing,
            VerifiedPasswords verified,
            AccountSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.verified = verified;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The account, when name and password fit and it may sign in; none while passwords open nothing.
     *
     * @throws Problem 429 {@code too_many_logins} when too many others are looked at just now
     */
    Optional<Account> look(Attempt attempt, String password) {
        if (!settings.passwordLogin()) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(attempt.username());
        Optional<PasswordHash> hash = account.flatMap(known -> known.openedBy(clock.instant()));
        if (hash.isPresent() && verified.holds(account.orElseThrow(), password)) {
            return account;
        }
        boolean right = hashing.matches(hash.orElse(NO_ACCOUNT), password, attempt.address())
                .orElseThrow(PasswordCheck::tooMany);
        if (!right || hash.isEmpty()) {
            return Optional.empty();
        }
        verified.add(keptToday(account.orElseThrow(), hash.get(), password, attempt), password);
        return account;
    }

    // The demo's published passwords stay quick. Where all places are taken, the next sign-in does it.
    private Account keptToday(Account account, PasswordHash hash, String password, Attempt attempt) {
        if (!hash.isOutdated() || account.demo()) {
            return account;
        }
        return hashing.keep(password, attempt.address())
                .filter(kept -> accounts.keepOtherwise(account.username(), hash.kept(), kept) > 0)
                .flatMap(kept -> accounts.find(account.username()))
                .orElse(account);
    }

    static Problem tooMany() {
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too_many_logins",
                        "Too many people and programs log in at this moment. Try again in a few seconds.")
                .header("Retry-After", "3");
    }
}
