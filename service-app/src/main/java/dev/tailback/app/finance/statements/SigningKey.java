package dev.tailback.app.finance.statements;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** An Ed25519 key, made of its 32 secret bytes. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** @throws IllegalArgumentException for anything but 32 bytes in Base64, in words for the person who set it */
    public static SigningKey of(String seed) {
        byte[] bytes = decoded(seed);
        if (bytes.length != SEED_BYTES) {
            throw new IllegalArgumentException("TAILBACK_STATEMENT_KEY holds " + bytes.length
                    + " bytes: it needs 32 random bytes in Base64, such as the output of 'openssl rand -base64 32'");
        }
        return new SigningKey(pair(bytes));
    }

    /** The 32 secret bytes of a new key. */
    static String newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return Base64.getEncoder().encodeToString(seed);
    }

    private static byte[] decoded(String seed) {
        try {
            return Base64.getDecoder().decode(seed.strip());
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException(
                    "TAILBACK_STATEMENT_KEY is no Base64: set it to 32 random bytes, such as the output of"
                            + " 'openssl rand -base64 32'",
                    noBase64);
        }
    }

    /** The JDK derives a public key only while it generates a pair, so the generator is given our bytes as its chance. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has Ed25519", impossible);
        }
    }

    /** X.509 SubjectPublicKeyInfo in Base64. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** In Base64. */
    String sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has Ed25519", impossible);
        }
    }

    /** Gives the bytes it was given. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
