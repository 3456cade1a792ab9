/**
 * How long each kind of data is kept: what is kept for ever, and what an operator may delete because it is derived or
 * spent. {@code Kinds} is the one list; {@code DeleteSpent} the only way to delete.
 *
 * <p>Doors: {@code RetentionReading} and {@code DeleteSpent}, for the API and for the page of the console.
 */
package dev.tailback.app.operator.retention;
