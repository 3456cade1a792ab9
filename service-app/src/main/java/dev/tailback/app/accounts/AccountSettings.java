package dev.tailback.app.accounts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Optional;

/**
 * Accounts and sessions.
 *
 * @param demo {@code TAILBACK_DEMO}: whether the five demo accounts exist; default false
 * @param sessionSecret {@code TAILBACK_SESSION_SECRET}: signs sessions; 32 characters or more
 * @param adminPassword {@code TAILBACK_ADMIN_PASSWORD}: the password of the first account, {@code admin}, made when
 *     there is none yet; 12 characters or more. The next version does not read it
 * @param sessionLife {@code TAILBACK_SESSION_LIFE}: how long a session lives without use, and a bearer token altogether;
 *     default 8 hours
 * @param sessionLongestLife {@code TAILBACK_SESSION_LONGEST_LIFE}: when a session ends although it is used; default 7
 *     days
 * @param passwordLogin {@code TAILBACK_PASSWORD_LOGIN}: whether passwords open accounts; default true. False leaves the
 *     OpenID provider, and API tokens
 */
@ConfigurationProperties("tailback")
public record AccountSettings(
        @Bindable(defaultValue = "false") boolean demo,
        @Nullable String sessionSecret,
        @Nullable String adminPassword,
        @Bindable(defaultValue = "8h") Duration sessionLife,
        @Bindable(defaultValue = "7d") Duration sessionLongestLife,
        @Bindable(defaultValue = "true") boolean passwordLogin) {

    public Optional<String> secret() {
        return Optional.ofNullable(sessionSecret).filter(secret -> !secret.isEmpty());
    }

    Optional<String> firstPassword() {
        return Optional.ofNullable(adminPassword).filter(password -> !password.isEmpty());
    }

    @Override
    public String toString() {
        return "AccountSettings[demo=" + demo + ", sessionLife=" + sessionLife + "]";
    }
}
