package dev.tailback.app.accounts;

/**
 * A password as it is kept: one text that names its own method, with a salt of its own (PHC string format, {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}).
 */
public sealed interface PasswordHash permits Argon2idHash, Pbkdf2Hash {

    /** How new passwords are kept. */
    static PasswordHash of(String password) {
        return Argon2idHash.of(password, Argon2idHash.SLOW);
    }

    /** @throws IllegalArgumentException when no method of ours wrote the text */
    static PasswordHash read(String kept) {
        return kept.startsWith(Pbkdf2Hash.PREFIX) ? Pbkdf2Hash.read(kept) : Argon2idHash.read(kept);
    }

    /** A password that nobody has, as slow to compare as any. */
    static PasswordHash ofNobody() {
        return new Argon2idHash(Argon2idHash.SLOW, new byte[16], new byte[32]);
    }

    boolean matches(String password);

    /** Whether the same password is kept better today. */
    boolean isOutdated();

    /** The text in the table. */
    String kept();
}
