/**
 * The locked usage of a month, a span of days or a contract: read live from Salesforce, compared line by line with the
 * ledger, summed, and with what is still open beside it.
 *
 * <p>Doors: {@code ReadLockedUsage} and {@code ReadOpenUsage}.
 */
package dev.tailback.app.finance.month;
