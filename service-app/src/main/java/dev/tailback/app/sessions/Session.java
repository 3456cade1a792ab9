package dev.tailback.app.sessions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A session of a browser or a bearer token of a program that has not ended.
 *
 * @param idHash names it to people and in the table; the token itself cannot be made of it
 * @param kind {@code BROWSER} or {@code TOKEN}
 * @param address where it was opened
 */
@MappedEntity("session")
public record Session(
        @Id String idHash, String username, String kind, String address, Instant createdAt, Instant expiresAt) {

    /** What opened it. */
    public enum Kind {
        BROWSER,
        TOKEN
    }

    /** The kind as people read it: {@code browser} or {@code token}. */
    @Transient
    public String kindWord() {
        return kind.toLowerCase(Locale.ROOT);
    }

    static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
