package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import dev.tailback.app.sessions.SessionTokens;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationFailureReason;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestExecutorAuthenticationProvider;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks name and password, for the login form and for Basic alike. A place among the guesses is taken before the
 * password is looked at, so that a burst gets no more of them than a row of single tries.
 */
@Singleton
class PasswordLogin<B> implements HttpRequestExecutorAuthenticationProvider<B> {

    private static final String BY_PASSWORD = "byPassword";

    private final PasswordCheck passwords;
    private final SamePasswords samePasswords;
    private final PasswordDigest digest;
    private final Guesses guesses;
    private final Attempts attempts;

    PasswordLogin(
            PasswordCheck passwords,
            SamePasswords samePasswords,
            PasswordDigest digest,
            Guesses guesses,
            Attempts attempts) {
        this.passwords = passwords;
        this.samePasswords = samePasswords;
        this.digest = digest;
        this.guesses = guesses;
        this.attempts = attempts;
    }

    /** Whether somebody has shown a password with this very call, and not only a session or token. */
    static boolean showedPassword(Authentication who) {
        return who.getAttributes().containsKey(BY_PASSWORD);
    }

    /**
     * @throws Problem 429 {@code too_many_attempts} after repeated wrong passwords, {@code too_many_logins} in a crowd
     */
    @Override
    public @NonNull AuthenticationResponse authenticate(
            @Nullable HttpRequest<B> request, @NonNull AuthenticationRequest<String, String> login) {
        String username = login.getIdentity();
        String password = login.getSecret();
        if (request == null || !Credentials.mayExist(username, password)) {
            return AuthenticationResponse.failure(AuthenticationFailureReason.CREDENTIALS_DO_NOT_MATCH);
        }
        Attempt attempt = attempts.of(request, username);
        ByteBuffer credentials = digest.of(PasswordDigest.bytes(attempt.own()), PasswordDigest.bytes(password));
        return samePasswords
                .share(credentials, () -> guess(attempt, password))
                .map(PasswordLogin::welcome)
                .orElseGet(() -> AuthenticationResponse.failure(AuthenticationFailureReason.CREDENTIALS_DO_NOT_MATCH));
    }

    private Optional<Account> guess(Attempt attempt, String password) {
        refuseUnlessZero(guesses.take(attempt));
        Optional<Account> account;
        try {
            account = passwords.look(attempt, password);
        } catch (RuntimeException notLookedAt) {
            guesses.notTried(attempt);
            throw notLookedAt;
        }
        account.ifPresent(known -> guesses.right(attempt));
        return account;
    }

    private static AuthenticationResponse welcome(Account account) {
        Map<String, Object> attributes = new HashMap<>(SessionTokens.attributes(account.passwordOnce()));
        attributes.put(BY_PASSWORD, true);
        return AuthenticationResponse.success(account.username(), account.allRoles(), attributes);
    }

    private static void refuseUnlessZero(Duration wait) {
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            throw new Problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too_many_attempts",
                            "Too many wrong passwords for this name. Try again in " + seconds + " s.")
                    .header("Retry-After", String.valueOf(seconds))
                    .says("access.too-many-attempts", seconds);
        }
    }
}
