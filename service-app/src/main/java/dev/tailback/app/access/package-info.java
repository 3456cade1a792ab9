/**
 * Guards around every call: form tokens, headers for browsers, and the answer to a call without the right.
 *
 * <p>Door: {@code FormToken}, which pages put into their forms. The filters guard the calls of all other rooms.
 */
package dev.tailback.app.access;
