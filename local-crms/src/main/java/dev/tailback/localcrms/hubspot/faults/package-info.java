/**
 * Faults that a test orders: which are in force, and which call they strike.
 *
 * <p>Doors: {@code Faults}, {@code Fault}, {@code FaultKind} and {@code CallKind}.
 */
package dev.tailback.localcrms.hubspot.faults;
