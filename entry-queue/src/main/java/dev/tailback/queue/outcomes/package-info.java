/** Outcomes on their way back to the ledger, in one stream for each shard. */
package dev.tailback.queue.outcomes;
