/**
 * Sessions of browsers and bearer tokens of programs: signed, checked and ended here.
 *
 * <p>Doors: {@code Sessions} for the life of a session, {@code SessionCookie} and {@code TokenSignature} for its form.
 */
package dev.tailback.app.sessions;
