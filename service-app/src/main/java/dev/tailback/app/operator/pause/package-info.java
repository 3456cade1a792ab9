/**
 * An operator pauses and resumes sending.
 *
 * <p>Door: {@code SyncPause}. The relay applies it to the queue, the sync room shows it.
 */
package dev.tailback.app.operator.pause;
