/**
 * Reports of the worker: heartbeats in the queue, metrics, log lines.
 *
 * <p>Doors: {@code Heartbeat}, {@code Reports} and {@code WorkerMetrics}.
 */
package dev.tailback.worker.report;
