/**
 * The records of an account with the history of each value, the links between them, and what a search sees of them.
 *
 * <p>Doors: {@code Records}, {@code Links}, {@code SearchIndex}, {@code WriteRecords}, {@code MergeRecords}.
 */
package dev.tailback.localcrms.hubspot.records;
