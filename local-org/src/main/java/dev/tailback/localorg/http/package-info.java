/**
 * The HTTP server of the org: its threads, and the first handler of each call.
 *
 * <p>Door: {@code Front}.
 */
package dev.tailback.localorg.http;
