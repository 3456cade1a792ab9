/**
 * The file that keeps an account across restarts.
 *
 * <p>Door: {@code DataFile}.
 */
package dev.tailback.localcrms.hubspot.journal;
