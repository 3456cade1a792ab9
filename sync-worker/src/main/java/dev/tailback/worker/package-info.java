/**
 * The sync worker: it takes contracts from the queue, sends their entries to Salesforce and settles each record.
 * {@code Application} starts it.
 */
package dev.tailback.worker;
