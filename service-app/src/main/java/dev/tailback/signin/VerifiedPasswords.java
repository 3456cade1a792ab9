package dev.tailback.signin;

import dev.tailback.accounts.Account;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute that a password was right, so that a program that sends Basic with every call does not pay the
 * slow hash each time. What is kept is a keyed digest of password and stored hash under a key that lives in this process
 * only: no password, and nothing that outlives a change of the password.
 */
@Singleton
class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Map<ByteBuffer, Instant> verifiedUntil = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Clock clock;

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean matches(Account account, String password) {
        ByteBuffer digest = digest(account, password);
        Instant now = clock.instant();
        if (verifiedUntil.getOrDefault(digest, Instant.MIN).isAfter(now)) {
            return true;
        }
        boolean right = account.password().matches(password);
        if (right) {
            remember(digest, now);
        }
        return right;
    }

    private void remember(ByteBuffer digest, Instant now) {
        if (verifiedUntil.size() >= MOST) {
            verifiedUntil.values().removeIf(until -> !until.isAfter(now));
        }
        if (verifiedUntil.size() < MOST) {
            verifiedUntil.put(digest, now.plus(REMEMBERED));
        }
    }

    private ByteBuffer digest(Account account, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(account.hash());
            mac.update(account.salt());
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }
}
