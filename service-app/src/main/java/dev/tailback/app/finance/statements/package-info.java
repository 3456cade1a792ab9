/**
 * Close statements: what finance closed, signed and stored for ever, and how it differs from what holds now.
 *
 * <p>Doors: {@code CloseUsage} and {@code Statements}.
 */
package dev.tailback.app.finance.statements;
