package dev.tailback.app.access;

import dev.tailback.app.sessions.SessionCookie;
import dev.tailback.app.sessions.SessionSecret;
import dev.tailback.web.forwarded.ForwardedHeaders;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.NonNull;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** A guard of forms that lets everything pass, for the test of the check at start. */
@Primary
@Singleton
@Replaces(FormToken.class)
@Requires(property = "tailback.test.fault", value = "lax-forms")
class LaxFormToken extends FormToken {

    LaxFormToken(SessionCookie cookies, SessionSecret secret, ForwardedHeaders forwarded) {
        super(cookies, secret, forwarded);
    }

    @Override
    public boolean validateCsrfToken(@NonNull HttpRequest<?> request, @Nullable String token) {
        return true;
    }
}
