/**
 * A long backlog goes to Salesforce as Bulk jobs, which cost few of the day's calls: when that is worth it, how one job
 * runs, and what becomes of a job whose worker has died.
 *
 * <p>Doors: {@code Backlog}, {@code BulkJob} and {@code JobKeeper}.
 */
package dev.tailback.worker.bulk;
