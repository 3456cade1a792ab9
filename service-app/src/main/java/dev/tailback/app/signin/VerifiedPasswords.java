package dev.tailback.app.signin;

import dev.tailback.app.accounts.Account;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers for a minute that a password was right, so that a program that sends Basic with every call does not pay the
 * slow hash each time. What is kept is a keyed digest of password and stored hash: no password, and nothing that
 * outlives a change of the password.
 */
@Singleton
class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Map<ByteBuffer, Instant> verifiedUntil = new LinkedHashMap<>();
    private final PasswordDigest digest;
    private final Clock clock;

    VerifiedPasswords(PasswordDigest digest, Clock clock) {
        this.digest = digest;
        this.clock = clock;
    }

    /** Whether this password was right for this account a moment ago. */
    synchronized boolean holds(Account account, String password) {
        return verifiedUntil.getOrDefault(key(account, password), Instant.MIN).isAfter(clock.instant());
    }

    /** The password was right. */
    synchronized void add(Account account, String password) {
        ByteBuffer key = key(account, password);
        verifiedUntil.remove(key);
        verifiedUntil.put(key, clock.instant().plus(REMEMBERED));
        if (verifiedUntil.size() > MOST) {
            verifiedUntil.remove(verifiedUntil.keySet().iterator().next());
        }
    }

    private ByteBuffer key(Account account, String password) {
        return digest.of(PasswordDigest.bytes(String.valueOf(account.password())), PasswordDigest.bytes(password));
    }
}
