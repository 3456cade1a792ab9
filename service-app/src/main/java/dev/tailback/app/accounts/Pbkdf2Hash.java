package dev.tailback.app.accounts;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2-HMAC-SHA256, 256 bits: how earlier versions kept passwords. It is only read; the next sign-in replaces it.
 */
record Pbkdf2Hash(int iterations, byte[] salt, byte[] hash) implements PasswordHash {

    static final String PREFIX = "$pbkdf2-sha256$";

    private static final int MOST_ITERATIONS = 5_000_000;
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-sha256\\$i=(\\d{1,7})\\$([A-Za-z0-9+/=]{24})\\$([A-Za-z0-9+/=]{44})");

    static Pbkdf2Hash read(String kept) {
        Matcher parts = FORM.matcher(kept);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_ITERATIONS) {
            throw new IllegalArgumentException("A password in the table account is kept in a form that is not known");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new Pbkdf2Hash(
                Integer.parseInt(parts.group(1)), base64.decode(parts.group(2)), base64.decode(parts.group(3)));
    }

    @Override
    public boolean matches(String password) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(hash, derived);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has PBKDF2WithHmacSHA256", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public boolean isOutdated() {
        return true;
    }

    @Override
    public String kept() {
        Base64.Encoder base64 = Base64.getEncoder();
        return PREFIX + "i=" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "Pbkdf2Hash[***]";
    }
}
