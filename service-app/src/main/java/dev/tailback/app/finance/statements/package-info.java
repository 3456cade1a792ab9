/**
 * Close statements: what finance closed, signed and stored for ever, and how it differs from what holds now.
 *
 * <p>Doors: {@code CloseUsage} and {@code Statements}; {@code SignDocument} signs what other rooms write.
 */
package dev.tailback.app.finance.statements;
