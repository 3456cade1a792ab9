package dev.tailback.ads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An Idempotency-Key: whose it is, and what was asked under it. */
record OnceKey(String account, String key, String requestHash) {

    private static final int LONGEST = 255;

    /**
     * @param key 1 to 255 printable characters
     * @throws dev.tailback.problems.Problem 400 {@code invalid}
     */
    static OnceKey of(String account, String key, AdRequest request) {
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw FieldErrors.invalid("Idempotency-Key", "must have 1 to " + LONGEST + " printable characters");
        }
        return new OnceKey(account, key, hash(request));
    }

    /** Of the meaning, not of the bytes: spaces and the order of JSON fields do not make another request. */
    private static String hash(AdRequest request) {
        try {
            byte[] text = request.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
