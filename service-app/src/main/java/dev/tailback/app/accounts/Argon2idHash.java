package dev.tailback.app.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106), 256 bits, a salt of 16 bytes. */
record Argon2idHash(Cost cost, byte[] salt, byte[] hash) implements PasswordHash {

    /** @param kibibytes memory for one comparison */
    record Cost(int kibibytes, int passes) {}

    /** What OWASP asks for: 19 MiB, two passes, one lane. */
    static final Cost SLOW = new Cost(19_456, 2);

    /** For passwords that are published anyway, where slowness guards nothing. */
    static final Cost QUICK = new Cost(64, 1);

    /** A table that somebody altered must not ask for all memory. */
    private static final int MOST_KIBIBYTES = 262_144;

    private static final int MOST_PASSES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    static Argon2idHash of(String password, Cost cost) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Argon2idHash(cost, salt, derive(password, salt, cost));
    }

    static Argon2idHash read(String kept) {
        Matcher parts = FORM.matcher(kept);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A password in the table account is kept in a form that is not known");
        }
        Cost cost = new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        if (cost.kibibytes() > MOST_KIBIBYTES || cost.passes() > MOST_PASSES) {
            throw new IllegalArgumentException("A password in the table account asks for too much memory or time");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2idHash(cost, base64.decode(parts.group(3)), base64.decode(parts.group(4)));
    }

    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, cost));
    }

    @Override
    public boolean isOutdated() {
        return cost.kibibytes() < SLOW.kibibytes() || cost.passes() < SLOW.passes();
    }

    @Override
    public String kept() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=1$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[32];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "Argon2idHash[***]";
    }
}
