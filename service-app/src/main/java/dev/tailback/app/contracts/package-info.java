/**
 * Contracts as Salesforce shows them now. Salesforce owns them: they are read live, and never stored or written.
 *
 * <p>Doors: {@code ReadContracts} for pages and API, {@code SalesforceSight} for the state of reading, {@code
 * SingleFlight} for questions of the same instant.
 */
package dev.tailback.app.contracts;
