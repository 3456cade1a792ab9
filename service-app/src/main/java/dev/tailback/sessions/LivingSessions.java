package dev.tailback.sessions;

import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;

/** A session or bearer token ends with its account, not only with its time. Asked of PostgreSQL, so on threads that may block; see application.yml. */
@Singleton
class LivingSessions<T> implements GenericJwtClaimsValidator<T> {

    private final KnownAccounts accounts;

    LivingSessions(KnownAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean validate(Claims session, T request) {
        return session.get(Claims.SUBJECT) instanceof String username && accounts.has(username);
    }
}
