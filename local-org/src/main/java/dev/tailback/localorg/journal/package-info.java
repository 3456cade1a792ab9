/**
 * The file that keeps every commit, so that a killed org loses nothing.
 *
 * <p>Door: {@code DataFile}.
 */
package dev.tailback.localorg.journal;
