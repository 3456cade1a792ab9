package dev.tailback.app.sessions;

import io.micronaut.core.annotation.Introspected;

/**
 * Whose session it is, with the roles that the account has now.
 *
 * @param roles joined by commas
 */
@Introspected
record Holder(String username, String roles) {}
