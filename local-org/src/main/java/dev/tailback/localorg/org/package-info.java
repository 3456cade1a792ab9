/**
 * The parts of one org, put together from schema, rows, users and clock.
 *
 * <p>Door: {@code Org}.
 */
package dev.tailback.localorg.org;
