package dev.tailback.signin;

import dev.tailback.accounts.Account;
import dev.tailback.accounts.AccountRepository;
import dev.tailback.accounts.PasswordHash;
import dev.tailback.problems.Problem;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestExecutorAuthenticationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Checks name and password, for the login form and for Basic alike. An unknown name takes as long as a wrong password. */
@Singleton
class PasswordLogin<B> implements HttpRequestExecutorAuthenticationProvider<B> {

    private static final PasswordHash NOBODY = new PasswordHash(new byte[32], new byte[16], PasswordHash.SLOW);

    private final AccountRepository accounts;
    private final VerifiedPasswords passwords;
    private final FailedLogins failures;

    PasswordLogin(AccountRepository accounts, VerifiedPasswords passwords, FailedLogins failures) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
    }

    /** @throws Problem 429 {@code too_many_attempts} after repeated wrong passwords */
    @Override
    public @NonNull AuthenticationResponse authenticate(
            @Nullable HttpRequest<B> request, @NonNull AuthenticationRequest<String, String> login) {
        String address =
                request == null ? "" : request.getRemoteAddress().getAddress().getHostAddress();
        String username = login.getIdentity();
        refuseWhileWaiting(failures.wait(username, address));
        return check(username, login.getSecret())
                .map(account -> welcome(account, address))
                .orElseGet(() -> reject(username, address));
    }

    private Optional<Account> check(String username, String password) {
        Optional<Account> account = accounts.find(username);
        if (account.isEmpty()) {
            NOBODY.matches(password);
        }
        return account.filter(found -> passwords.matches(found, password));
    }

    private AuthenticationResponse welcome(Account account, String address) {
        failures.right(account.username(), address);
        return AuthenticationResponse.success(account.username(), account.allRoles());
    }

    private AuthenticationResponse reject(String username, String address) {
        failures.wrong(username, address);
        return AuthenticationResponse.failure(AuthenticationFailureReason.CREDENTIALS_DO_NOT_MATCH);
    }

    private static void refuseWhileWaiting(Duration wait) {
        if (wait.compareTo(Duration.ZERO) > 0) {
            long seconds = wait.toSeconds() + 1;
            throw new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too_many_attempts",
                            "Too many wrong passwords for this name. Try again in " + seconds + " s.")
                    .header("Retry-After", String.valueOf(seconds));
        }
    }
}
