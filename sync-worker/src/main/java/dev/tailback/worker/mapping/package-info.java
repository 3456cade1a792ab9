/**
 * By which objects and fields of the org this worker sends: what the service app tells through the queue.
 *
 * <p>Door: {@code WorkerMapping}.
 */
package dev.tailback.worker.mapping;
