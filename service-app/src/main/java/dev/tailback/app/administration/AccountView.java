package dev.tailback.app.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.accounts.Account;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account, without anything that opens it.
 *
 * @param roles as they were given; admin includes all others
 * @param demo has the published password of the demo
 * @param passwordToBeChanged has a one-time password
 * @param passwordSetAt when the password was set; empty where it has none
 * @param lastSignIn at a browser, or with a password for a token
 * @param origin {@code password}, or {@code provider} when an OpenID provider gives its person, name and roles
 * @param issuer that provider; empty for an account with a password
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountView(
        String name,
        List<String> roles,
        boolean disabled,
        Optional<Instant> disabledAt,
        Optional<String> disabledBy,
        boolean demo,
        boolean passwordToBeChanged,
        Optional<Instant> passwordSetAt,
        Instant createdAt,
        String createdBy,
        Optional<Instant> lastSignIn,
        String origin,
        Optional<String> issuer) {

    public boolean isOfProvider() {
        return issuer.isPresent();
    }

    static AccountView of(Account account) {
        return new AccountView(
                account.username(),
                account.givenRoles(),
                account.isDisabled(),
                Optional.ofNullable(account.disabledAt()),
                Optional.ofNullable(account.disabledBy()),
                account.demo(),
                account.passwordOnce(),
                account.password() == null ? Optional.empty() : Optional.ofNullable(account.passwordSetAt()),
                account.createdAt(),
                account.createdBy(),
                Optional.ofNullable(account.signedInAt()),
                account.isOfProvider() ? "provider" : "password",
                Optional.ofNullable(account.issuer()));
    }
}
