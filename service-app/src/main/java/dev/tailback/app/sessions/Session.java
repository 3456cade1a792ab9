package dev.tailback.app.sessions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A session of a browser or a token of a program that has not ended.
 *
 * @param idHash names it to people and in the table; the token itself cannot be made of it
 * @param kind one of {@link Kind}
 * @param address where it was opened
 * @param name of an API token, as its owner called it
 * @param roles of an API token, joined by commas; null when it has all of its account's
 * @param usedAt when it was prolonged last by use, within half a minute
 */
@MappedEntity("session")
public record Session(
        @Id String idHash,
        String username,
        String kind,
        String address,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String name,
        @Nullable String roles,
        @Nullable Instant usedAt) {

    /** What opened it. */
    public enum Kind {
        /** Lives on while it is used. */
        BROWSER,
        /** A bearer token for name and password, as long as a session at rest. */
        TOKEN,
        /** Has a name, roles and an end that its owner chose. */
        API_TOKEN
    }

    /** The kind as people read it: {@code browser}, {@code token} or {@code api-token}. */
    @Transient
    public String kindWord() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Transient
    public boolean isApiToken() {
        return kind.equals(Kind.API_TOKEN.name());
    }

    /** Those of an API token; none when it has all of its account's. */
    @Transient
    public List<String> givenRoles() {
        return roles == null ? List.of() : List.of(roles.split(","));
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
