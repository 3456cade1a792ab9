/**
 * The way from the ledger to the queue: what Salesforce does not hold yet is offered, again and again if necessary.
 *
 * <p>Door: {@code UsageRelay}.
 */
package dev.tailback.app.relay;
