/**
 * Background loops: one thread for each, its pauses, its failures and its signs of progress.
 *
 * <p>Doors: {@code Loops} starts and stops a {@code Step} of another room, {@code WakeUp} ends its pause early.
 */
package dev.tailback.web.loops;
