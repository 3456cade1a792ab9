/**
 * The address under which people reach the service app, and those of its pages.
 *
 * <p>Door: {@code AdLinks}.
 */
package dev.tailback.app.links;
