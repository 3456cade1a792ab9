/**
 * An operator holds one contract, or what was refused with one code, while everything else goes on.
 *
 * <p>Door: {@code SyncHolds}. The pause room applies it to the queue with the pause, the console and the sync room show
 * it.
 */
package dev.tailback.app.operator.holds;
