/**
 * Connections to PostgreSQL: time limits, bad connections, and the causes of a PostgreSQL in trouble.
 *
 * <p>Doors: {@code PostgresLimits} for settings, {@code NotNow} for the cause of a failure.
 */
package dev.tailback.web.postgres;
