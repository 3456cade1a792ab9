/**
 * Parked entries, grouped by cause: operators see them and retry them.
 *
 * <p>Door: {@code ParkedEntries}.
 */
package dev.tailback.app.operator.parked;
