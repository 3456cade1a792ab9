/**
 * The drain: batches of contracts are taken under a lease, sent, and settled; a failed call is sent again in smaller
 * parts until the blame is found.
 *
 * <p>Door: {@code Drain}, a loop.
 */
package dev.tailback.worker.drain;
