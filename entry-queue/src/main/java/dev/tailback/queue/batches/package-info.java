/** Batches in the hands of a worker: taken, leased, settled, released. */
package dev.tailback.queue.batches;
