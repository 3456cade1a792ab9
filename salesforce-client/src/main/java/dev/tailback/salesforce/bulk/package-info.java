/**
 * Bulk API 2.0: many usage rows in one job, which Salesforce works off by itself. A job is created, filled once, told to
 * begin, asked how far it is, and asked which rows it saved.
 */
package dev.tailback.salesforce.bulk;
