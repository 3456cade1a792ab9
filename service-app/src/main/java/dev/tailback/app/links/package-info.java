/**
 * The address under which people reach the service app, and those of its pages; and the address of the hub.
 *
 * <p>Doors: {@code AdLinks}, {@code HubAddress}.
 */
package dev.tailback.app.links;
