/**
 * Usage records on their way to Salesforce, as the service app offers them and a worker sends them: what they say, how
 * the queue carries it as a payload that it does not read, and by which number the ledger knows again what was sent.
 * Pure: who offers or takes, has the queue itself.
 *
 * <p>Doors: {@code UsageRecord} on the way into the queue, {@code UsageBatch} on the way out;
 * {@code Sent}.
 */
package dev.tailback.usage;
