/**
 * Rejected entries: a person retries one, or goes back to what Salesforce holds.
 *
 * <p>Doors: {@code RetryEntry} and {@code RevertEntry}.
 */
package dev.tailback.app.rejected;
