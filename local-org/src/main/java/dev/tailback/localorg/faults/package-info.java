/**
 * Faults that a test or the torture run orders: which are active, and which call they strike.
 *
 * <p>Door: {@code Faults}.
 */
package dev.tailback.localorg.faults;
