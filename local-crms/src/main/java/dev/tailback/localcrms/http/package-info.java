/**
 * What every local CRM shares of HTTP: a call as it came, an answer as it goes out, and the server between them.
 *
 * <p>Doors: {@code Call}, {@code Reply} and {@code Listener}.
 */
package dev.tailback.localcrms.http;
