/**
 * The state of the exchange with Salesforce, as operators and pages see it.
 *
 * <p>Doors: {@code SyncReading} reads all of it, {@code LedgerFigures} only the figures of the ledger.
 */
package dev.tailback.app.operator.sync;
