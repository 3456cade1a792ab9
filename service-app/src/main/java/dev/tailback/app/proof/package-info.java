/**
 * The promises that an org must keep, tried on one test contract with usage of the proof's own. The only room of the
 * service app that writes usage to Salesforce: what it writes is no entry, and never touches the ledger.
 *
 * <p>Doors: {@code ProofApi} over HTTP; {@code ProofRows} tells which rows in Salesforce are left by a proof.
 */
package dev.tailback.app.proof;
