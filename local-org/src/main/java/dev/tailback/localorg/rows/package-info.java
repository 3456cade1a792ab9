/**
 * Rows in memory: tables, snapshots for readers, locks and transactions for writers.
 *
 * <p>Door: {@code Store}.
 */
package dev.tailback.localorg.rows;
