/**
 * Guards around every call: form tokens, headers for browsers, and the answer to a call without the right; and the
 * cookie that tells once what was just done.
 *
 * <p>Door: {@code FormToken}, which pages put into their forms, and {@code FlashMessage}. The filters guard the calls of all other rooms.
 */
package dev.tailback.app.access;
