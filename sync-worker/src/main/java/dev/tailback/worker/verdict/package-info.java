/**
 * Verdicts: what an answer of Salesforce means for each record, and whose fault a failure is.
 *
 * <p>Doors: {@code CallReading} for a call, {@code RefusalReading} for a row, {@code RetryPolicy} for delays and
 * limits.
 */
package dev.tailback.worker.verdict;
