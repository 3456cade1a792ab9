/**
 * Draining a contract before it is locked: it is asked to close, books nothing new, and tells finance when nothing of it
 * is left to send. Also contracts whose last day nears while entries are unsent.
 *
 * <p>Doors: {@code ContractClosing} for bookings, {@code Closings} for pages, {@code EndingContracts} for pages and
 * alerts.
 */
package dev.tailback.app.finance.closing;
