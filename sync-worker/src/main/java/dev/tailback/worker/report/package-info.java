/**
 * Reports of the worker: heartbeats in the queue, metrics, log lines.
 *
 * <p>Doors: {@code Heartbeat}, {@code Reports}, {@code WorkerId} and {@code WorkerMetrics}.
 */
package dev.tailback.worker.report;
