/**
 * Figures of the hub for monitoring, at {@code /prometheus}; docs/runbook.md says what each means. They are read from
 * PostgreSQL, so every hub shows the same, and a restart forgets none.
 */
package dev.tailback.hub.metrics;
