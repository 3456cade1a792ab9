/**
 * Who may call and what they may do: the service key, OAuth tokens, and scopes that can be withdrawn.
 *
 * <p>Doors: {@code Access}, {@code Scopes} and {@code Credentials}.
 */
package dev.tailback.localcrms.hubspot.access;
