/**
 * The way back: outcomes from the queue into the ledger, and answers that only Salesforce still knows.
 *
 * <p>Door: {@code ApplyOutcomes}.
 */
package dev.tailback.app.outcomes;
