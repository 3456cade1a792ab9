/**
 * The ledger: the rows of usage entries, the rules for them, and every way to change them. PostgreSQL is the truth;
 * the queue and Salesforce follow.
 *
 * <p>Doors: {@code Ledger} and {@code UsageBook} write, {@code EntryRows} reads. The rooms for ads, relay and outcomes
 * come in here.
 */
package dev.tailback.app.ledger;
