/**
 * Waiting, in one class, so that tests control it.
 *
 * <p>Door: {@code Waiting}.
 */
package dev.tailback.worker.waiting;
