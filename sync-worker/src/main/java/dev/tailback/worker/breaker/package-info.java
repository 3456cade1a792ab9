/**
 * The circuit breaker. Closed: sending works. Open: nothing is sent. Half-open: one probe asks whether Salesforce is
 * back.
 *
 * <p>Door: {@code CircuitBreaker}; the drain asks it before each call, and tells it the result.
 */
package dev.tailback.worker.breaker;
