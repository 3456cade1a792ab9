/** The checks at the end of a run: both ledgers, acknowledged changes, the queue and the history of commits. */
package dev.tailback.verification.torture.checks;
