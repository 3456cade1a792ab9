/** A ledger with many entries, written straight into PostgreSQL. */
package dev.tailback.verification.benchmarks.ledger;
