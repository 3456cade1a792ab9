/**
 * Bulk API 2.0: many rows in one job, which Salesforce works off by itself. A job is created, filled once, told to begin,
 * asked how far it is, and asked which rows it saved. {@link UsageJobs} does so with usage; {@link JobBody}, {@link
 * JobText} and {@link ResultRows} are what jobs of any object have in common.
 */
package dev.tailback.salesforce.bulk;
