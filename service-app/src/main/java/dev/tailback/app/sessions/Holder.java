package dev.tailback.app.sessions;

import dev.tailback.app.accounts.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * Whose session it is, with the roles that the account has now.
 *
 * @param roles joined by commas
 * @param tokenRoles those that a token of a program was given; null when it has all of its account's
 * @param passwordOnce whether the account has a one-time password, and may do nothing but change it
 * @param ofProvider whether an OpenID provider vouches for the person
 * @param kind as in {@link Session.Kind}
 */
@Introspected
record Holder(
        String username,
        String roles,
        @Nullable String tokenRoles,
        boolean passwordOnce,
        boolean ofProvider,
        String kind,
        Instant expiresAt) {

    /** What a call with this session may do. */
    List<String> allowed() {
        if (passwordOnce) {
            return List.of();
        }
        List<String> own = all(roles);
        return tokenRoles == null
                ? own
                : own.stream().filter(all(tokenRoles)::contains).toList();
    }

    boolean slides() {
        return kind.equals(Session.Kind.BROWSER.name());
    }

    Holder until(Instant end) {
        return new Holder(username, roles, tokenRoles, passwordOnce, ofProvider, kind, end);
    }

    private static List<String> all(String given) {
        return Role.allOf(List.of(given.split(",")));
    }
}
