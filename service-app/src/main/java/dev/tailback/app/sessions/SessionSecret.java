package dev.tailback.app.sessions;

import dev.tailback.app.accounts.AccountSettings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What signs sessions and form tokens: {@code TAILBACK_SESSION_SECRET}, or in the demo a secret of this process only,
 * so that a restart of the demo logs everyone out.
 */
@Singleton
public class SessionSecret {

    private final String secret;

    /** @throws IllegalStateException when no secret is given outside the demo */
    SessionSecret(AccountSettings settings) {
        this.secret = settings.secret().orElseGet(() -> ownSecret(settings));
    }

    String text() {
        return secret;
    }

    /** A digest only this secret can make; equal texts give equal digests. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    /**
     * Whether the text was signed with this secret; takes as long for a wrong signature as for the right one.
     */
    public boolean signed(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** 192 random bits, as text. */
    public static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return base64(random);
    }

    private static String ownSecret(AccountSettings settings) {
        if (!settings.demo()) {
            throw new IllegalStateException(
                    "TAILBACK_SESSION_SECRET is not set: set it to 32 random characters or more.");
        }
        return random() + random();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
