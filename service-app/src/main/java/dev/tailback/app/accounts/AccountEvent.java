package dev.tailback.app.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What was done to an account, as it was recorded. Never changed, never deleted.
 *
 * @param id order of the events, given by the database
 * @param who did it
 * @param account to which account
 * @param detail such as the new roles
 */
@MappedEntity("account_event")
public record AccountEvent(
        @Id long id,
        Instant at,
        String who,
        String account,
        AccountAction what,
        @Nullable String detail,
        @Nullable String reason) {}
