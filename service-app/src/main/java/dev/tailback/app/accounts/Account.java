package dev.tailback.app.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;

/**
 * Someone who may log in.
 *
 * @param roles one or more, joined by commas
 * @param demo has the published password of the demo
 */
@MappedEntity("account")
public record Account(
        @Id String username, byte[] hash, byte[] salt, int iterations, String roles, boolean demo, Instant createdAt) {

    public PasswordHash password() {
        return new PasswordHash(hash, salt, iterations);
    }

    public List<String> allRoles() {
        return Role.allOf(List.of(roles.split(",")));
    }

    @Override
    public String toString() {
        return "Account[" + username + ", roles=" + roles + "]";
    }
}
