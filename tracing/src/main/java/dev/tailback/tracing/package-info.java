/**
 * Traces for OpenTelemetry. Off unless the environment names a receiver; then each part of Tailback says what it does as
 * a span, and the trace of an entry leads from the request through the queue to Salesforce and back.
 *
 * <p>Doors: {@code TraceSettings} reads the environment, {@code Traces} begins and joins traces, {@code Step} is one
 * span.
 */
package dev.tailback.tracing;
