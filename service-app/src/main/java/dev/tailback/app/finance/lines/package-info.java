/**
 * What finance invoices from: one line for each locked usage entry, its exact amount, sums, and how lines are written as
 * CSV.
 *
 * <p>Doors: {@code UsageLine}, {@code FinanceScope}, {@code Money}, {@code LinesAsCsv}, {@code FileAnswer} and {@code FinanceSettings}.
 */
package dev.tailback.app.finance.lines;
