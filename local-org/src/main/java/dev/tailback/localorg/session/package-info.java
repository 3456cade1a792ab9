/**
 * Logins: the OAuth flows, access tokens and their life.
 *
 * <p>Doors: {@code Logins} grants tokens, {@code Sessions} knows them.
 */
package dev.tailback.localorg.session;
