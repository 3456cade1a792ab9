package dev.tailback.app.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person or program that may sign in.
 *
 * @param password as it is kept; null where the account has none
 * @param passwordOnce whether it must be changed at the first sign-in
 * @param roles one or more, joined by commas
 * @param demo has the published password of the demo
 * @param disabledAt null while the account may sign in
 * @param issuer the provider that vouches for the person; null for an account with a password
 * @param subject whom that provider means
 */
@MappedEntity("account")
public record Account(
        @Id String username,
        @Nullable String password,
        @Nullable Instant passwordSetAt,
        boolean passwordOnce,
        String roles,
        boolean demo,
        Instant createdAt,
        String createdBy,
        @Nullable Instant disabledAt,
        @Nullable String disabledBy,
        @Nullable Instant signedInAt,
        @Nullable String issuer,
        @Nullable String subject) {

    private static final Duration LIFE_OF_ONE_TIME_PASSWORDS = Duration.ofDays(7);

    /** What a password is compared with; empty when no password opens this account now. */
    public Optional<PasswordHash> openedBy(Instant now) {
        boolean over =
                passwordOnce && passwordSetAt != null && now.isAfter(passwordSetAt.plus(LIFE_OF_ONE_TIME_PASSWORDS));
        return isDisabled() || over
                ? Optional.empty()
                : Optional.ofNullable(password).map(PasswordHash::read);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether its person, name and roles come from an OpenID provider; it has no password. */
    public boolean isOfProvider() {
        return issuer != null;
    }

    /** As they were given. */
    public List<String> givenRoles() {
        return List.of(roles.split(","));
    }

    /** What the account may do now: nothing but its own affairs while it has a one-time password. */
    public List<String> allRoles() {
        return passwordOnce ? List.of() : Role.allOf(givenRoles());
    }

    @Override
    public String toString() {
        return "Account[" + username + ", roles=" + roles + "]";
    }
}
