package dev.tailback.web.postgres;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long a program waits for PostgreSQL, at most. Whatever the address ({@code DATASOURCES_DEFAULT_URL}) says
 * otherwise wins. Each is longer than the one before it, so that the most precise one is met first.
 *
 * @param connectTimeout for a new connection, 1 s to 1 min
 * @param lockTimeout for a lock that somebody else holds, 100 ms or longer
 * @param statementTimeout for one statement
 * @param socketTimeout for anything to arrive on a connection in use; after that the way to PostgreSQL counts as broken
 * @param idleInTransactionTimeout how long PostgreSQL keeps the locks of a process that fell silent
 * @param migrationTimeout for one statement of a migration, which may rewrite a table
 * @param migrationLockTimeout for a lock that a migration needs; while it waits, everybody who comes after it waits,
 *     too
 */
@ConfigurationProperties("tailback.database")
public record PostgresLimits(
        @Bindable(defaultValue = "3s") Duration connectTimeout,
        @Bindable(defaultValue = "4s") Duration lockTimeout,
        @Bindable(defaultValue = "15s") Duration statementTimeout,
        @Bindable(defaultValue = "20s") Duration socketTimeout,
        @Bindable(defaultValue = "30s") Duration idleInTransactionTimeout,
        @Bindable(defaultValue = "15m") Duration migrationTimeout,
        @Bindable(defaultValue = "30s") Duration migrationLockTimeout) {

    public PostgresLimits {
        requireBetween("CONNECT_TIMEOUT", connectTimeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
        requireBetween("LOCK_TIMEOUT", lockTimeout, Duration.ofMillis(100), Duration.ofHours(1));
        requireBetween("STATEMENT_TIMEOUT", statementTimeout, lockTimeout, Duration.ofHours(1));
        requireBetween("SOCKET_TIMEOUT", socketTimeout, statementTimeout.plusSeconds(1), Duration.ofHours(2));
        requireBetween("IDLE_IN_TRANSACTION_TIMEOUT", idleInTransactionTimeout, lockTimeout, Duration.ofHours(1));
        requireBetween("MIGRATION_TIMEOUT", migrationTimeout, Duration.ofSeconds(1), Duration.ofDays(7));
        requireBetween("MIGRATION_LOCK_TIMEOUT", migrationLockTimeout, Duration.ofMillis(100), migrationTimeout);
    }

    private static void requireBetween(String name, Duration given, Duration shortest, Duration longest) {
        if (given.compareTo(shortest) < 0 || given.compareTo(longest) > 0) {
            throw new IllegalArgumentException("TAILBACK_DATABASE_" + name + " is " + shown(given) + ": set it from "
                    + shown(shortest) + " to " + shown(longest));
        }
    }

    private static String shown(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
