/** The way from the ledger to the queue. */
package dev.tailback.app.relay;
