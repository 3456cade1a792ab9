/**
 * What people and programs ask and order over HTTP; docs/hub.md lists the calls.
 *
 * <p>Doors: each call, by its {@code ...Api}. The pages ask and order the same as programs do.
 */
package dev.tailback.hub.api;
