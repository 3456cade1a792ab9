/**
 * The checks at the end of a run: both ledgers, acknowledged changes, the queue and the history of commits. Doors:
 * {@code Checks}, {@code CommitHistory} and {@code Drain}.
 */
package dev.tailback.verification.torture.checks;
