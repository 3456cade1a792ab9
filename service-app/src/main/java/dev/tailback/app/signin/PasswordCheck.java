package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.accounts.AccountRepository;
import dev.tailback.app.accounts.PasswordHash;
import dev.tailback.app.accounts.PasswordHashing;
import dev.tailback.app.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks whether a password is right. An unknown name takes as long as a wrong password. */
@Singleton
class PasswordCheck {

    private static final PasswordHash NO_ACCOUNT = new PasswordHash(new byte[32], new byte[16], PasswordHash.SLOW);

    private final AccountRepository accounts;
    private final PasswordHashing hashing;
    private final VerifiedPasswords verified;

    PasswordCheck(AccountRepository accounts, PasswordHashing hashing, VerifiedPasswords verified) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.verified = verified;
    }

    /**
     * The account, when name and password fit.
     *
     * @throws Problem 429 {@code too_many_logins} when too many others are looked at just now
     */
    Optional<Account> look(Attempt attempt, String password) {
        Optional<Account> account = accounts.find(attempt.username());
        if (account.filter(known -> verified.holds(known, password)).isPresent()) {
            return account;
        }
        boolean right = compare(account.map(Account::password).orElse(NO_ACCOUNT), password, attempt.address());
        Optional<Account> known = account.filter(found -> right);
        known.ifPresent(found -> verified.add(found, password));
        return known;
    }

    private boolean compare(PasswordHash hash, String password, String visitor) {
        return hashing.matches(hash, password, visitor)
                .orElseThrow(() -> new Problem(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_logins",
                                "Too many people and programs log in at this moment. Try again in a few seconds.")
                        .header("Retry-After", "3"));
    }
}
